// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import OpenPayProvider
import ProviderKit
import SandboxAcquirer
import Signing
import Testing
import TillCore

@Suite struct `A statement before a foreign judge` {
    /// The bank's reply to our question for the day.
    private func reply(_ shop: Shop) throws -> ProviderReply {
        shop.now = Shop.today.next.start().milliseconds + 600_000
        guard case .send(let make, _) = try shop.provider().fetchStatement(of: Shop.today) else {
            throw ProviderError.noReply("nothing is asked")
        }
        return try shop.reply(to: try make(shop.moment()))
    }

    @Test func `is signed, digested and written as the standards say`() throws {
        let shop = try Shop()
        try shop.sell("A-1", 1250)
        try shop.sell("A_2-b", 1)
        _ = try shop.control("/sandbox/refunds", #"{"order_no":"A-1","amount":250}"#)
        let reply = try reply(shop)

        let judge = try StatementJudge.ask(
            reply, keyID: "platform_1", key: try shop.platform.verifyingKey.pem())

        #expect(reply.head.headerFields[.contentType] == "text/csv; charset=utf-8; header=present")
        #expect(judge.verified == true)
        #expect(judge.digest)
        #expect(judge.endings)
        #expect(judge.columns.joined(separator: ",") == header)
        #expect(judge.rows.map { $0["kind"] } == ["payment", "payment", "refund"])
        #expect(judge.rows.map { $0["order_no"] } == ["A-1", "A_2-b", "A-1"])
        #expect(judge.rows.map { $0["amount"] } == ["1250", "1", "250"])
        #expect(judge.rows.map { $0["terminal"] } == ["T-0001", "T-0001", "T-0001"])
        #expect(judge.rows.map { $0["refund_id"] } == ["", "", try shop.books.refunds().first?.id])
    }

    @Test(arguments: ["T-0002", "柜台, \"二\"", "\"", ",", "T 1"])
    func `has the terminal that the payment was made with, whatever it is called`(terminal: String) throws {
        let shop = try Shop()
        try shop.sell("A-1")
        try shop.books.enqueue([try Script("paid_at_once")])
        _ = try shop.hold(try shop.provider(terminal: terminal).createPayment(for: shop.attempt("A-2")))
        shop.now += 1
        _ = try shop.control("/sandbox/refunds", #"{"order_no":"A-2","amount":250}"#)

        let judge = try StatementJudge.ask(
            try reply(shop), keyID: "platform_1", key: try shop.platform.verifyingKey.pem())
        let statement = try shop.statement()

        let expected = ["T-0001", terminal, terminal]
        #expect(judge.rows.map { $0["terminal"] } == expected)
        #expect(statement.lines.map { $0.terminal?.text } == expected)
    }

    @Test func `is not signed for another question, by another key or over another body`() throws {
        let shop = try Shop()
        try shop.sell("A-1", script: "paid_at_once+statement_cut")
        let cut = try reply(shop)
        let whole = try reply(shop)
        let mixed = ProviderReply(head: whole.head, body: whole.body, request: cut.request)
        let pem = try shop.platform.verifyingKey.pem()

        let judges = [
            try StatementJudge.ask(whole, keyID: "platform_1", key: pem),
            try StatementJudge.ask(cut, keyID: "platform_1", key: pem),
            try StatementJudge.ask(mixed, keyID: "platform_1", key: pem),
            try StatementJudge.ask(
                whole, keyID: "platform_1", key: try shop.ours.verifyingKey.pem()),
        ]

        #expect(judges.map(\.verified) == [true, true, nil, nil])
        #expect(judges.map(\.digest) == [true, false, true, true])
    }
}
