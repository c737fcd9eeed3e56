// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /v1/backups`: asks for a backup of the ledger.
public struct BackupRequest: RequestMessage {
    /// The folder to make it in, an absolute path, over the Unix socket only; the folder of the
    /// configuration if absent: `"/media/stick"`.
    public var folder: String?

    /// Creates the message from its parts.
    public init(folder: String? = nil) {
        self.folder = folder
    }

    /// The members that the message knows.
    public static let members = ["folder"]

    /// No body at all means the folder of the configuration.
    public static let bodyMayBeMissing = true

    /// Takes the message out of an object whose members are known.
    public init(reading object: RequestObject) throws(Problem) {
        folder = try object.optionalText("folder", .path)
    }
}
