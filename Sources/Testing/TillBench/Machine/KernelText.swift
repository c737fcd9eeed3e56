// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Texts that the kernel makes when they are read: they have no size until then.
enum KernelText {
    /// The most that is read, in bytes.
    static let limit = 1 << 20

    /// Reads a text; empty if it is not there.
    static func read(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < limit {
            let count = Foundation.read(file, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Its lines.
    static func lines(_ path: String) -> [String] { read(path).split(separator: "\n").map(String.init) }
}
