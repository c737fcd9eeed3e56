// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Logging
import ProviderKit
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

/// A provider whose acquirer has statements: it asks `statement DAY`, and understands `empty`,
/// `notyet`, `other`, or a list of references that were paid.
private struct StatementProvider: PaymentProvider {
    static let id: ProviderID = "statements"

    let words = WordProvider()
    var capabilities: Capabilities {
        Capabilities(statements: StatementTerms(offset: .seconds(3600), readyAfter: .seconds(600)))
    }

    func createPayment(for attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Creation> {
        try words.createPayment(for: attempt)
    }

    func queryPayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Outcome> {
        try words.queryPayment(of: attempt)
    }

    func closePayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Closing> {
        try words.closePayment(of: attempt)
    }

    func refund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        try words.refund(refund, of: attempt)
    }

    func queryRefund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        try words.queryRefund(refund, of: attempt)
    }

    func readNotify(_ notify: Notify, at moment: Moment) throws(ProviderError) -> NotifyReading {
        try words.readNotify(notify, at: moment)
    }

    func fetchStatement(of day: CalendarDay) throws(ProviderError) -> Exchange<StatementReading> {
        .send(
            make: { _ throws(ProviderError) in
                ProviderRequest(
                    head: HTTPRequest(
                        method: .get, scheme: "https", authority: WordProvider.host, path: "/"),
                    body: Array("statement \(day)".utf8), isQuery: true)
            },
            read: { reply, _ throws(ProviderError) in
                let answer = String(decoding: reply.body, as: UTF8.self)
                if answer == "notyet" { return .answered(.notYet("tomorrow")) }
                if answer == "forged" { throw .forged("no signature") }
                let named = answer == "other" ? day.next : day
                let lines = answer.split(separator: " ").filter { $0.count == 26 }.map {
                    StatementLine(
                        kind: .payment, orderNumber: String($0), acquirerReference: "pay_\($0)",
                        amount: Money(minorUnits: 1250, .cny), at: day.start())
                }
                return .answered(
                    .statement(TillCore.Statement(day: named, lines: lines, raw: reply.body)))
            })
    }
}

/// A desk whose acquirer has statements.
private struct StatementDesk {
    let desk: Desk
    let board = StatementBoard()
    let worker: StatementWorker

    init(_ answers: [String: String]) throws {
        let desk = try Desk(answers)
        self.desk = desk
        worker = StatementWorker(
            ledger: desk.ledger,
            accounts: [
                Account(
                    id: "main", currency: .cny, provider: StatementProvider(),
                    hosts: [WordProvider.host])
            ],
            client: ProviderClient(transport: desk.line, moment: { [clock = desk.clock] in clock.moment() }),
            board: board, logger: Logger(label: "desk", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// The day of the acquirer that it is now.
    var day: CalendarDay { CalendarDay(of: desk.ledger.wall, offset: .seconds(3600)) }

    /// How long the worker wants to be left alone.
    func step() async throws -> Duration? {
        try await worker.step()?.since(desk.ledger.time.now)
    }
}

@Suite struct `Statements are fetched` {
    @Test func `for every day that is over, without gaps, and then not again`() async throws {
        let shop = try StatementDesk(["statement": "empty"])
        _ = try await shop.desk.open()
        let first = shop.day
        shop.desk.clock.advance(milliseconds: 3 * 86_400_000)

        _ = try await shop.step()
        _ = try await shop.step()

        let days = [first, first.next, first.next.next]
        #expect(shop.desk.line.questions == days.map { "statement \($0)" })
        #expect(try await shop.desk.ledger.proof(of: "main", days: 9).provenUntil == days[2])
    }

    @Test func `not before the day is over and its statement can be ready`() async throws {
        let shop = try StatementDesk(["statement": "empty"])
        _ = try await shop.desk.open()
        let ready = shop.day.next.start(offset: .seconds(3600)) + .seconds(600)
        let wait = ready.since(shop.desk.ledger.wall)
        shop.desk.clock.advance(milliseconds: wait.components.seconds * 1000 - 5000)

        let early = try await shop.step()
        let asked = shop.desk.line.questions
        shop.desk.clock.advance(milliseconds: 5000)
        _ = try await shop.step()

        #expect(asked == [])
        #expect(try #require(early) <= .seconds(6))
        #expect(shop.desk.line.questions.count == 1)
    }

    @Test(arguments: [
        ("notyet", "is not ready: tomorrow"), ("lost", "timed out"), ("forged", "no signature"),
        ("other", "was asked for"),
    ])
    func `again when one cannot be had, and health can say why`(answer: String, why: String)
        async throws
    {
        let shop = try StatementDesk(["statement": answer])
        _ = try await shop.desk.open()
        shop.desk.clock.advance(milliseconds: 2 * 86_400_000)

        let pause = try await shop.step()
        let trouble = try #require(shop.board.trouble(of: "main"))
        shop.desk.line.answer("statement", "empty")
        _ = try await shop.step()

        #expect(pause == .seconds(600))
        #expect(trouble.contains(why), "\(trouble)")
        #expect(shop.board.trouble(of: "main") == nil)
    }

    @Test func `and money that only they know pays for its order`() async throws {
        let shop = try StatementDesk(["statement": "empty", "create": "code https://pay.example/1"])
        let id = try await shop.desk.open()
        try await shop.desk.step()
        let reference = try await shop.desk.ledger.order(id).attempts[0].reference
        shop.desk.line.answer("statement", "\(reference)")
        shop.desk.clock.advance(milliseconds: 2 * 86_400_000)

        _ = try await shop.step()

        #expect(try await shop.desk.ledger.order(id).state == .paid)
    }

    @Test func `by nobody where the acquirer has none`() async throws {
        let desk = try Desk([:])
        _ = try await desk.open()
        let worker = StatementWorker(
            ledger: desk.ledger,
            accounts: [
                Account(id: "main", currency: .cny, provider: WordProvider(), hosts: [])
            ],
            client: ProviderClient(transport: desk.line, moment: { [clock = desk.clock] in clock.moment() }),
            board: StatementBoard(),
            logger: Logger(label: "desk", factory: { _ in SwiftLogNoOpLogHandler() }))

        #expect(try await worker.step() == nil)
    }
}

@Suite struct `Two days without an answer` {
    @Test func `have a person look at a code that cannot be closed`() async throws {
        let desk = try Desk(["create": "code https://pay.example/1", "close": "lost", "query": "lost"])
        let id = try await desk.open()
        try await desk.step()
        _ = try await desk.ledger.accept(.cancel, about: id, key: nil, by: "anna")
        try await desk.step()
        desk.clock.advance(milliseconds: 49 * 3_600_000)

        try await desk.step()
        try await desk.pass(seconds: 40)

        let order = try await desk.ledger.order(id)
        #expect(order.holds.map(\.reason) == [.stuckAttempt(order.attempts[0].reference)])
        #expect(order.effects == [.provider(.close(order.attempts[0].reference))])
    }

    @Test func `have a person look at a refund that nobody confirms`() async throws {
        let desk = try Desk([
            "create": "code https://pay.example/1", "query": "paid M1 1250", "refund": "lost",
            "refunded": "lost",
        ])
        let id = try await desk.open()
        try await desk.pass(seconds: 4)
        let asked = try await desk.ledger.accept(
            .refund(nil, note: ""), about: id, key: nil, by: "anna"
        ).order
        try await desk.step()
        desk.clock.advance(milliseconds: 49 * 3_600_000)

        try await desk.step()
        try await desk.pass(seconds: 40)

        let order = try await desk.ledger.order(id)
        #expect(order.holds.map(\.reason) == [.stuckRefund(asked.refunds[0].id)])
        #expect(order.effects.contains(.provider(.queryRefund(asked.refunds[0].id))))
    }
}
