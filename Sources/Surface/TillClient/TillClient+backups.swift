// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// Has the daemon make a backup of its ledger, and waits until it was read again.
    ///
    /// - Parameter folder: An absolute path on the daemon's machine, over the socket only; the
    ///   folder of its configuration if nil.
    /// - Throws: ``ClientError``; after `noAnswer` there may be a backup all the same.
    public func makeBackup(in folder: String? = nil) async throws(ClientError) -> BackupResource {
        try await message(
            Call(.post, ["backups"], body: BackupRequest(folder: folder), wait: .seconds(3600)))
    }
}
