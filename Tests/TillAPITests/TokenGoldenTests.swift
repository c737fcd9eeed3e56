// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TillAPI

/// The fixtures are written by hand after the agreed messages; Foundation's own parser compares.
@Suite struct `Messages about tokens and their golden JSON` {
    private static let token = TokenResource(
        name: "kiosk-2", roles: [.sale, .report], madeAt: WireTime(milliseconds: 1_772_355_600_000),
        madeBy: "socket", expiresAt: WireTime(milliseconds: 1_803_891_600_000),
        lastUsedAt: WireTime(milliseconds: 1_772_359_200_000))
    private static let bare = TokenResource(
        name: "office", roles: [.refund], madeAt: WireTime(milliseconds: 1_772_355_600_000), madeBy: "token")

    @Test func `a list of tokens says null where there is nothing`() throws {
        try expectGolden("tokens", TokenPage(tokens: [Self.token, Self.bare]))
    }

    @Test func `a token that was made survives both ways`() throws {
        try expectGolden("made-token", MadeTokenResource(secret: "till_AAECAw", token: Self.bare))
    }

    @Test func `a request for one survives both ways and passes the strict reader`() throws {
        try expectStrictGolden("make-token", MakeTokenRequest(name: "kiosk-2", roles: [.sale, .report], days: 365))
    }

    @Test(arguments: ["a", "kiosk-2", "a-", "z9", "abcdefghijklmnopqrstuvwxyz-01234"])
    func `a name is small letters, digits and hyphens`(_ name: String) throws {
        let body = Array(#"{"name":"\#(name)","roles":["admin"]}"#.utf8)

        #expect(try RequestReader.read(MakeTokenRequest.self, from: body).name == name)
    }

    @Test(arguments: ["", "A", "9", "-a", "a_b", "a b", "é", "a/..", "abcdefghijklmnopqrstuvwxyz-012345"])
    func `anything else is no name`(_ name: String) {
        let body = Array(#"{"name":"\#(name)","roles":["admin"]}"#.utf8)

        let problem = #expect(throws: Problem.self) { try RequestReader.read(MakeTokenRequest.self, from: body) }

        #expect(problem?.code == .invalidValue)
        #expect(problem?.field == "name")
    }

    @Test func `a role of a later daemon can still be read`() throws {
        let text = try fixture("tokens").replacing(#""report""#, with: #""audit""#)

        let page = try WireJSON.message(TokenPage.self, from: Array(text.utf8))

        #expect(page.tokens[0].roles == [.sale, TokenRole(rawValue: "audit")])
    }
}
