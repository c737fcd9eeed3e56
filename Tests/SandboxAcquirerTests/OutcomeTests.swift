// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Testing

@testable import SandboxAcquirer

/// Every row of the table is played by a till of the tests, with real requests, and compared with what the row says.
@Suite struct `Outcomes by name` {
    private func played(_ outcome: SaleOutcome, amount: Int64? = nil, header: String? = nil) throws -> ModelTill {
        let till = ModelTill(try Shop(script: "manual"), amount: amount ?? outcome.amount, header: header)
        try till.sell()
        return till
    }

    @Test(arguments: SaleOutcome.all)
    func `an amount chooses it, and the sale ends as the table says`(outcome: SaleOutcome) throws {
        let till = try played(outcome)
        let held = try till.shop.held(till.orderNo).values.reduce(0, +)
        let refund = try till.refundOne()
        let statement = try till.compare()

        let expected: (state: ModelTill.State, held: Int64) =
            switch (outcome.end, outcome.kept) {
            case (.paid, _): (.paid, outcome.amount)
            case (.notPaid, _): (.closed, 0)
            case (.needsPerson, .all): (.person, outcome.amount)
            case (.needsPerson, .allButOne): (.person, outcome.amount - 1)
            case (.needsPerson, .nothing): (.person, 0)
            }
        #expect(till.firstAnswer == outcome.create)
        #expect(till.state == expected.state)
        #expect(held == expected.held)
        #expect(till.reasons == outcome.refunds)
        #expect(outcome.end == .notPaid || refund == outcome.refund.rawValue)
        #expect(statement == outcome.statement.rawValue)
    }

    @Test func `no two of them look the same to a till`() throws {
        var seen: [[String]: String] = [:]

        for outcome in SaleOutcome.all {
            let till = try played(outcome)
            let refund = try till.refundOne() ?? "none"
            let statement = try till.compare()
            // What comes in another order can only be seen where two things come.
            let quick = ModelTill(try Shop(script: "manual"), amount: outcome.amount)
            try quick.sell(for: 20)
            _ = try quick.refundOne()
            try quick.rest()
            let trace = till.trace + ["\(till.state)", refund, statement] + quick.trace

            #expect(seen[trace] == nil, "\(outcome.name) looks like \(seen[trace] ?? "")")
            seen[trace] = outcome.name
        }
    }

    @Test(arguments: SaleOutcome.all)
    func `the request's own field chooses it as the amount does`(outcome: SaleOutcome) throws {
        let byAmount = try played(outcome)
        let byField = try played(outcome, amount: 1250, header: outcome.name)

        #expect(byField.trace == byAmount.trace)
    }

    @Test(arguments: SaleOutcome.all)
    func `it is one script, written as the books write it`(outcome: SaleOutcome) throws {
        let script = try Script(outcome.name)

        #expect(script.description == outcome.words)
        #expect(script.outcome == outcome)
        #expect(outcome.name.contains("-"))
        #expect(outcome.name.utf8.count <= 27)
        #expect(outcome.summary.hasSuffix("."))
        #expect(SaleOutcome(amount: outcome.amount) == outcome)
    }

    @Test func `there are many, and names and amounts are not there twice`() {
        #expect(SaleOutcome.all.count >= 60)
        #expect(Set(SaleOutcome.all.map(\.name)).count == SaleOutcome.all.count)
        #expect(Set(SaleOutcome.all.map(\.amount)).count == SaleOutcome.all.count)
        #expect(SaleOutcome.all.allSatisfy { SaleOutcome.amounts.contains($0.amount) })
        #expect(SaleOutcome(amount: 90_000) == nil)
        #expect(SaleOutcome(amount: 90_099) == nil)
    }

    @Test(
        arguments: [
            ("paid-at-once", 90_001), ("payer-declines", 90_004), ("answer-lost-done", 90_011), ("answer-cut", 90_021),
            ("notify-before-answer", 90_041), ("wrong-amount", 90_051), ("late-money", 90_053),
            ("paid-while-closing", 90_061), ("refund-pending", 90_071), ("statement-short", 90_081),
        ] as [(String, Int64)])
    func `amounts that are in other people's tests stay`(name: String, amount: Int64) {
        #expect(SaleOutcome(named: name)?.amount == amount)
    }

    @Test func `every word of the table of scripts is played by some outcome`() throws {
        let scripts = try SaleOutcome.all.map { try Script($0.words) }
        // A payer who waits for the page is what happens without a script.
        let played = ScriptWord.allCases.filter { word in scripts.contains { $0.has(word) } }

        #expect(ScriptWord.allCases.filter { !played.contains($0) } == [.manual])
    }

    @Test func `a queue and a file take names, alone and beside words`() throws {
        let file = try ScriptFile("payer-declines\nlate-money+notify_twice\n")
        let shop = try Shop(script: "never", file: file)
        try shop.books.enqueue([Script("paid-twice")])

        for number in 1...3 { _ = try shop.create("A-\(number)") }
        let scripts = try shop.books.payments().reversed().map(\.script)

        #expect(scripts.map(\.outcome?.name) == ["paid-twice", "payer-declines", nil])
        #expect(scripts[2].description == "never+notify_twice+paid_after_close:5")
    }

    @Test func `the field comes before the queue, and holds for the number's next requests`() throws {
        let shop = try Shop(script: "never")
        try shop.books.enqueue([Script("never")])
        let name = try #require(HTTPField.Name("Sandbox-Outcome"))
        var first = try shop.request(.post, "/v1/payments", Shop.body("A-1"))
        first.headerFields[name] = "payer-declines"
        var again = try shop.request(.post, "/v1/payments", Shop.body("A-1"))
        again.headerFields[name] = "paid-at-once"

        _ = try shop.send(first, Shop.body("A-1"))
        _ = try shop.send(again, Shop.body("A-1"))
        _ = try shop.create("A-2")

        #expect(try shop.payment("A-1").status == "failed")
        #expect(try shop.books.payments().map(\.script.description) == ["never", "declined"])
    }

    @Test(arguments: [
        ("payer-decline", "payer-declines"), ("payer_declines", "payer-declines"), ("late_money", "late-money"),
        ("LATE-MONEY", "late-money"), ("paid_at_onze", "paid_at_once"), ("notify-bady-signed", "notify-badly-signed"),
    ])
    func `a name that is wrong is refused with the one that was meant`(wrong: String, meant: String) throws {
        let shop = try Shop()
        var request = try shop.request(.post, "/v1/payments", Shop.body("A-1"))
        request.headerFields[try #require(HTTPField.Name("Sandbox-Outcome"))] = wrong

        let seen = try shop.send(request, Shop.body("A-1"))

        #expect(seen.status == 400)
        #expect(try seen.problem().field == "Sandbox-Outcome")
        #expect(try seen.problem().detail.contains("did you mean \(meant)?"))
        #expect(try shop.books.payments().isEmpty)
    }

    @Test func `a name that is like no other is refused without a guess`() {
        #expect(throws: ScriptError.unknownWord("xyzzy")) { try Script("xyzzy") }
        #expect(!ScriptError.unknownWord("xyzzy").description.contains("did you mean"))
        #expect(!SaleOutcome.unknown("xyzzy").contains("did you mean"))
        #expect(SaleOutcome.unknown("paid-twce").contains("did you mean paid-twice?"))
    }
}
