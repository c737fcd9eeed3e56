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
        try read(path, closedTo: mayBePublic ? 0 : 0o077)
    }

    /// Reads a credential that the service manager handed over, by its name.
    ///
    /// - Parameter folder: `CREDENTIALS_DIRECTORY`; nil if it handed none over.
    ///
    /// Source: systemd.exec(5) of systemd 252, `LoadCredential=`.
    static func read(credential name: String, in folder: String?) throws(Fault) -> String {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else {
            throw Fault(sentence: "names no credential: write credential: and the name in the unit's LoadCredential=")
        }
        guard let folder, folder.hasPrefix("/") else {
            throw Fault(
                sentence:
                    "names a credential, and the service manager hands none over: add LoadCredential=NAME:FILE to the unit"
            )
        }
        // The service manager may let the user in by an access list, whose mask is seen as the group's mode.
        return try read("\(folder)/\(name)", closedTo: 0o007)
    }

    /// Reads a file, and refuses one whose mode has any of some bits.
    private static func read(_ path: String, closedTo bits: Int) throws(Fault) -> String {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
        } catch {
            // Not repeated: somebody may have written the secret itself.
            throw Fault(sentence: "names no file that can be found: write a path, never the secret")
        }
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard mode & bits == 0 else {
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
