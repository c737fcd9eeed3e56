// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// Makes a token for a program; the answer is the only one that tells it.
    ///
    /// - Throws: ``ClientError``; after `noAnswer` there may be a token that nobody knows: revoke it.
    public func makeToken(_ request: MakeTokenRequest) async throws(ClientError) -> MadeTokenResource {
        try await message(Call(.post, ["tokens"], body: request))
    }

    /// The tokens that have been made and not revoked.
    public func tokens() async throws(ClientError) -> [TokenResource] {
        let page: TokenPage = try await message(Call(.get, ["tokens"]))
        return page.tokens
    }

    /// Takes a token back.
    ///
    /// - Parameter name: What it is called.
    public func revokeToken(_ name: String) async throws(ClientError) -> TokenResource {
        try await message(Call(.post, ["tokens", name, "revoke"], body: EmptyRequest()))
    }
}
