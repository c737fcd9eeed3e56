// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Logging
import ProviderKit
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

/// A terminal that sells through a good acquirer and a bad one.
final class TwoAcquirers {
    static let good = "good.invalid"
    static let bad = "bad.invalid"

    let clock: WorldClock
    let line: AnsweringLine
    let ledger: Ledger
    let worker: ProviderWorker
    let breakers = Breakers()
    var schedule = Schedule()

    /// - Parameters:
    ///   - path: the ledger's file; nil keeps it in memory.
    ///   - bad: how the bad acquirer answers.
    init(
        path: String? = nil, clock: WorldClock = WorldClock(seed: 1), bad: String = "lost",
        accounts: [AccountID] = ["good", "bad"]
    ) throws {
        self.clock = clock
        line = AnsweringLine { host, question in
            host == Self.bad ? bad : Self.goodAnswer(question)
        }
        ledger = try Ledger(
            path: path, terminal: "T-0001", version: "test", clocks: clock.clocks,
            onFault: { _ in })
        worker = ProviderWorker(
            ledger: ledger,
            accounts: accounts.map { account in
                let host = account == "good" ? Self.good : Self.bad
                // What the bad account may not ask is missing in its configuration.
                let allowed = bad == "unconfigured" && account == "bad" ? "other.invalid" : host
                return Account(
                    id: account, currency: .cny, provider: WordProvider(host: host),
                    hosts: [allowed])
            },
            client: ProviderClient(transport: line, moment: { [clock] in clock.moment() }),
            breakers: breakers,
            logger: Logger(label: "two", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// The good acquirer shows a code, and has been paid when it is asked.
    static func goodAnswer(_ question: String) -> String {
        let words = question.split(separator: " ")
        return words[0] == "create" ? "code C" : "paid P-\(words[1]) 1250"
    }

    /// Opens sales of 12.50.
    func open(_ count: Int, through account: AccountID) async throws -> [OrderID] {
        var ids: [OrderID] = []
        for _ in 0..<count {
            let sale = Sale(
                amount: Money(minorUnits: 1250, .cny), account: account,
                patience: .seconds(600), slips: SlipPolicy(receipt: false, code: false))
            ids.append(try await ledger.open(sale, key: nil, by: "test", limit: 500).order.id)
        }
        return ids
    }

    /// Does all that is due.
    @discardableResult func step() async throws -> Timestamp? {
        try await worker.step(&schedule)
    }

    /// Lets seconds pass, doing what is due at each.
    func pass(seconds: Int) async throws {
        for _ in 0..<seconds {
            clock.advance(milliseconds: 1000)
            try await step()
        }
    }

    /// How orders stand.
    func statuses(_ ids: [OrderID]) async throws -> Set<OrderStatus> {
        var found: Set<OrderStatus> = []
        for id in ids { found.insert(try await ledger.order(id).status) }
        return found
    }

    /// The reason why each row of an order waits.
    func waits(_ id: OrderID) async throws -> [QueueWait] {
        let sight = ledger.board.sight(of: .provider)
        return try await ledger.queue(QueueFilter(lane: .provider, order: id), limit: 9).map {
            $0.wait(
                sight, accounts: ["good", "bad"], hasPrinter: true, at: ledger.time.now)
        }
    }
}
