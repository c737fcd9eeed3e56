// SPDX-License-Identifier: Apache-2.0

import Foundation
import Scenes
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

/// A ledger, and what its journal says that a screen shows.
final class KeepingShop {
    let clock: WorldClock
    let ledger: Ledger

    /// - Parameter path: the ledger's file; nil keeps it in memory.
    init(path: String? = nil, clock: WorldClock = WorldClock(seed: 1)) throws {
        self.clock = clock
        ledger = try Ledger(
            path: path, terminal: "T-0001", version: "test", clocks: clock.clocks,
            onFault: { _ in })
    }

    /// Opens a sale of 12.50.
    func open(patience: Duration = .seconds(60)) async throws -> OrderID {
        let sale = Sale(
            amount: Money(minorUnits: 1250, .cny), account: "main", patience: patience)
        return try await ledger.open(sale, key: nil, by: "test").order.id
    }

    /// Records facts about an order's last attempt.
    @discardableResult func record(_ facts: AttemptFact..., about id: OrderID) async throws -> Order {
        var order = try await ledger.order(id)
        for fact in facts {
            let reference = order.attempts[order.attempts.count - 1].reference
            order = try await ledger.record(.attempt(reference, fact), about: id)
        }
        return order
    }

    /// Opens a sale whose code is up.
    func present(patience: Duration = .seconds(60)) async throws -> OrderID {
        let id = try await open(patience: patience)
        try await record(.asking, .codeIssued(PaymentCode("https://pay.example/C")), about: id)
        return id
    }

    /// Money of an order's amount, or of another.
    static func paid(_ id: OrderID, minorUnits: Int64 = 1250) -> AttemptFact {
        .outcome(
            .paid(
                Payment(
                    acquirerReference: "P-\(id)", amount: Money(minorUnits: minorUnits, .cny))),
            .query)
    }

    /// Lets a person ask for something.
    func ask(_ command: OrderCommand, about id: OrderID) async throws {
        _ = try await ledger.accept(command, about: id, key: nil, by: "test")
    }

    /// What the screen shows now, from the whole journal.
    func screen() async throws -> Screen { try await ledger.screen() }
}

extension Ledger {
    /// The counter that the whole journal makes.
    func counter() async throws -> Counter {
        var counter = Counter()
        for row in try await journal(after: 0, limit: .max) { counter.read(row) }
        return counter
    }

    /// What a screen shows now, from the whole journal.
    func screen() async throws -> Screen {
        let projection = Projection(merchant: "Corner Tea", boot: boot)
        let now = time.now
        guard let (id, _) = try await counter().turn(at: now, lingering: ScreenKeeper.lingering)
        else { return projection.idle }
        return projection.screen(of: try await order(id), at: now)
    }
}
