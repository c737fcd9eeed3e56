// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// Up to which day each account is proven, with its latest days, at most 400 of them.
    public func proofs(days: Int) async throws(ClientError) -> [AccountProofResource] {
        let page: ProofPage = try await message(
            Call(.get, ["proofs"], query: [("days", "\(days)")]))
        return page.accounts
    }
}
