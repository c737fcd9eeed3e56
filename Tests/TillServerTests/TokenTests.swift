// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Logging
import Testing
import TillAPI
import TillCore
import TillServer
import TillStore
import TillTesting

@Suite struct `Tokens of programs` {
    private static let request = #"{"name":"kiosk-2","roles":["sale"],"days":1}"#
    private static let sale = #"{"amount":{"value":1,"currency":"CNY"}}"#

    private func make(_ shop: Shop, _ body: String = request) async throws -> MadeTokenResource {
        let reply = try await shop.send(.post("/v1/tokens", body))
        #expect(reply.status == 201, "\(reply.text)")
        return try WireJSON.message(MadeTokenResource.self, from: reply.body)
    }

    private func list(_ shop: Shop) async throws -> [TokenResource] {
        try WireJSON.message(TokenPage.self, from: try await shop.send(.get("/v1/tokens")).body).tokens
    }

    private func content(_ shop: Shop) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: shop.tokensFile)), as: UTF8.self)
    }

    @Test func `are told once, and kept as digests`() async throws {
        try await Shop.open(.port) { shop in
            let made = try await make(shop)
            let all = try await shop.send(.get("/v1/tokens"))
            let folder = try TemporaryFolder()
            let secret = try folder.file("secret", Array(made.secret.utf8))

            let output = try await BlockingThread.run { try ForeignTool.run("sha256sum", [secret.path]) }

            let digest = String(decoding: output.prefix(64), as: UTF8.self)
            #expect(made.secret.wholeMatch(of: /till_[A-Za-z0-9_-]{43}/) != nil)
            #expect(try content(shop).contains(#""digest":"\#(digest)""#))
            #expect(try !content(shop).contains(made.secret))
            #expect(!all.text.contains(made.secret) && !all.text.contains(digest))
            #expect(made.token.madeBy == "token")
            var status = stat()
            #expect(stat(shop.tokensFile, &status) == 0 && status.st_mode & 0o777 == 0o600)
        }
    }

    @Test func `are each another`() async throws {
        try await Shop.open(.port) { shop in
            let one = try await make(shop)
            let other = try await make(shop, #"{"name":"office","roles":["report","refund"]}"#)

            #expect(one.secret != other.secret)
            #expect(try await list(shop).map(\.name) == ["kiosk-2", "office"])
            #expect(try await list(shop)[1].roles == [.refund, .report])
            #expect(try await list(shop)[1].expiresAt == nil)
        }
    }

    @Test func `stand in the journal by their names`() async throws {
        try await Shop.open(.port) { shop in
            let made = try await make(shop)

            let reply = try await shop.door.send(.post("/v1/orders", Self.sale).showing(made.secret))

            #expect(reply.status == 201)
            #expect(try await shop.ledger.journal(after: 0, limit: 9).last?.by == "token:kiosk-2")
        }
    }

    @Test func `stand in the journal by their names when they give money back`() async throws {
        try await Shop.open(.port) { shop in
            let (order, _) = try await shop.order(.paid)
            let made = try await make(shop, #"{"name":"office","roles":["refund"]}"#)
            let head = try await shop.ledger.journalHead()

            let reply = try await shop.door.send(.post("/v1/orders/\(order.id)/refunds").showing(made.secret))

            #expect(reply.status == 201)
            let rows = try await shop.ledger.journal(after: head, limit: 9)
            #expect(rows.first?.by == "token:office")
        }
    }

    @Test func `are made once under a name`() async throws {
        try await Shop.open(.port) { shop in
            let made = try await make(shop)

            let second = try await shop.send(.post("/v1/tokens", Self.request, key: "another"))

            #expect(second.status == 409)
            #expect(try second.problem().code == .tokenExists)
            #expect(try await shop.door.send(.get("/v1/holds").showing(made.secret)).status == 200)
        }
    }

    @Test func `are worth nothing once they are revoked, also after a restart`() async throws {
        try await Shop.open(.port) { shop in
            let made = try await make(shop)
            let before = try await shop.door.send(.get("/v1/holds").showing(made.secret))

            let revoked = try await shop.send(.post("/v1/tokens/kiosk-2/revoke"))
            let after = try await shop.door.send(.get("/v1/holds").showing(made.secret))
            let book = reopened(shop)

            #expect(before.status == 200)
            #expect(revoked.status == 200)
            #expect(after.status == 401)
            #expect(try await list(shop).isEmpty)
            #expect(try !content(shop).contains("kiosk-2"))
            #expect(try names(of: book).isEmpty)
            #expect(try await make(shop).secret != made.secret)
        }
    }

    @Test func `end by themselves when their days are over`() async throws {
        try await Shop.open(.port) { shop in
            let made = try await make(shop)
            shop.clock.advance(milliseconds: 86_399_999)
            let last = try await shop.door.send(.get("/v1/holds").showing(made.secret))

            shop.clock.advance(milliseconds: 1)
            let over = try await shop.door.send(.get("/v1/holds").showing(made.secret))

            #expect(last.status == 200)
            #expect(over.status == 401)
            #expect(try await list(shop).count == 1)
        }
    }

    @Test func `are noted as used by the hour, and no request writes`() async throws {
        try await Shop.open(.port) { shop in
            let made = try await make(shop)
            let before = try content(shop)
            #expect(try await list(shop)[0].lastUsedAt == nil)
            // In the middle of an hour.
            shop.clock.advance(milliseconds: 5_432_109)

            for _ in 0..<5 { _ = try await shop.door.send(.get("/v1/holds").showing(made.secret)) }
            let meanwhile = try content(shop)
            let used = try #require(try await list(shop)[0].lastUsedAt)
            shop.tokens.flush()
            let after = try content(shop)

            #expect(meanwhile == before)
            #expect(used.milliseconds % 3_600_000 == 0)
            #expect(shop.ledger.time.now.milliseconds - used.milliseconds < 3_600_000)
            #expect(after.contains(#""used_at":\#(used.milliseconds)"#))
            #expect(try names(of: reopened(shop)) == ["kiosk-2"])
        }
    }

    @Test func `are not written down again when nothing was used`() async throws {
        try await Shop.open(.port) { shop in
            _ = try await make(shop)
            let first = try number(of: shop.tokensFile)

            shop.tokens.flush()

            #expect(try number(of: shop.tokensFile) == first)
        }
    }

    @Test func `are good after a restart`() async throws {
        try await Shop.open(.port) { shop in
            _ = try await make(shop)
            _ = try await make(shop, #"{"name":"office","roles":["report"]}"#)

            #expect(try names(of: reopened(shop)) == ["kiosk-2", "office"])
        }
    }

    @Test func `have a limit`() async throws {
        try await Shop.open { shop in
            for number in 0..<TokenBook.tokensMax {
                _ = try await make(shop, #"{"name":"t-\#(number)","roles":["sale"]}"#)
            }

            let reply = try await shop.send(.post("/v1/tokens", #"{"name":"more","roles":["sale"]}"#))

            #expect(try reply.problem().code == .limitReached)
        }
    }

    @Test(arguments: ["", "{", #"{"tokens":[{"name":"a"}]}"#, #"{"tokens":{}}"#])
    func `whose file is none are worth nothing, and the file stays`(_ text: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("tokens", Array(text.utf8))
        chmod(file.path, 0o600)

        let book = book(file.path)

        #expect(throws: Problem.self) { try names(of: book, making: true) }
        #expect(try Data(contentsOf: file) == Data(text.utf8))
    }

    @Test(arguments: [0o620, 0o602, 0o666] as [mode_t])
    func `whose file others may write are worth nothing`(_ mode: mode_t) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("tokens", Array(#"{"tokens":[]}"#.utf8))
        chmod(file.path, mode)

        let book = book(file.path)

        #expect(throws: Problem.self) { try names(of: book, making: true) }
    }

    @Test func `that cannot be written are not made`() async throws {
        let folder = try TemporaryFolder()
        let book = book(folder.url.appending(path: "nowhere/tokens").path)

        let problem = #expect(throws: Problem.self) { try names(of: book, making: true) }

        #expect(problem?.code == .unavailable)
        #expect(try names(of: book).isEmpty)
    }

    private func book(_ path: String) -> TokenBook {
        TokenBook(
            path: path, now: { Timestamp(milliseconds: 0) }, randomBytes: { Array(repeating: 7, count: $0) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func reopened(_ shop: Shop) -> TokenBook {
        let ledger = shop.ledger
        return TokenBook(
            path: shop.tokensFile, now: { ledger.time.now }, randomBytes: { Array(repeating: 7, count: $0) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func number(of file: String) throws -> UInt64 {
        var status = stat()
        try #require(stat(file, &status) == 0)
        return UInt64(status.st_ino)
    }
}
