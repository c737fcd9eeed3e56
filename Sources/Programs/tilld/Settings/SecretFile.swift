// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Files that hold keys: secrets are never values of the configuration.
enum SecretFile {
    /// Why a file cannot be used.
    struct Fault: Error {
        /// What is wrong and what to do.
        let sentence: String
    }

    /// The largest key file that makes sense.
    static let bytesMax = 65_536

    /// Reads a file, and refuses one that others may read.
    ///
    /// - Parameter mayBePublic: for a key that is no secret.
    static func read(_ path: String, mayBePublic: Bool) throws(Fault) -> String {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
        } catch {
            // Not repeated: somebody may have written the secret itself.
            throw Fault(sentence: "names no file that can be found: write a path, never the secret")
        }
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard mayBePublic || mode & 0o077 == 0 else {
            throw Fault(sentence: "\(path) can be read by others: chmod 600 \(path)")
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? .max
        guard size <= bytesMax, let bytes = FileManager.default.contents(atPath: path) else {
            throw Fault(sentence: "\(path) cannot be read by this user, or is no key file")
        }
        return String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
