// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// What happened to a sale, step by step; the last step says where it stands.
    public func explanation(of id: String) async throws(ClientError) -> ExplanationPage {
        try await message(Call(.get, ["orders", id, "explanation"]))
    }

    /// What happened to a sale as a file that the terminal signs.
    public func evidence(of id: String) async throws(ClientError) -> [UInt8] {
        try await bytes(Call(.get, ["orders", id, "evidence"]))
    }

    /// The last row of the journal.
    public func journalHead() async throws(ClientError) -> JournalHeadResource {
        try await message(Call(.get, ["journal", "head"]))
    }

    /// Examines a stretch of the ledger, and says where the next one begins.
    ///
    /// - Parameter place: what `next` of the stretch before says; nil for the first one.
    public func verification(after place: String? = nil) async throws(ClientError) -> VerificationResource {
        try await message(
            Call(.get, ["journal", "verification"], query: place.map { [("after", $0)] } ?? [], wait: .seconds(1)))
    }
}
