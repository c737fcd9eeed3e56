// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Reads a shop's own files: words, layouts, logos.
enum ShopFile {
    /// The text of a file; nil if it cannot be had, which becomes a fault with its key.
    static func text(_ path: String, limit: Int, _ key: String, _ faults: inout [String]) -> String? {
        guard let bytes = bytes(path, limit: limit, key, &faults) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            faults.append("\(key): \(path) is not UTF-8: save it so")
            return nil
        }
        return text
    }

    /// The bytes of a file; nil if they cannot be had, which becomes a fault with its key.
    static func bytes(_ path: String, limit: Int, _ key: String, _ faults: inout [String]) -> [UInt8]? {
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            let bytes = try file.read(upToCount: limit + 1) ?? Data()
            guard bytes.count <= limit else {
                faults.append("\(key): \(path) has more than \(limit) bytes: choose a smaller file")
                return nil
            }
            return [UInt8](bytes)
        } catch {
            faults.append("\(key): \(path) cannot be read by this user: check that it is there, and its mode")
            return nil
        }
    }
}
