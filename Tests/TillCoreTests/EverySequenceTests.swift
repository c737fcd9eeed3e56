// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `Every sequence of happenings` {
    /// A start, and how far to go from it.
    struct Outset: Sendable, CustomTestStringConvertible {
        let name: String
        let story: Story
        let depth: Int
        /// Far fewer states would mean that the exploration does not explore.
        let statesMin: Int

        var testDescription: String { name }
    }

    static func outsets() throws -> [Outset] {
        [
            Outset(name: "an opened sale", story: Story(), depth: 5, statesMin: 20_000),
            Outset(
                name: "a code on screen", story: .presented(slips: .none), depth: 4,
                statesMin: 2000),
            Outset(name: "a paid sale", story: .paid(), depth: 4, statesMin: 1000),
            Outset(
                name: "a code on paper",
                story: .presented(slips: SlipPolicy(receipt: false, code: true)), depth: 3,
                statesMin: 400),
            Outset(name: "a cancelled sale", story: try .cancelled(), depth: 4, statesMin: 200),
            Outset(
                name: "a cancelled sale of a shop that keeps late money",
                story: try .cancelled(lateMoney: .keep), depth: 4, statesMin: 200),
            Outset(
                name: "a cancelled sale of a shop that wants to be asked",
                story: try .cancelled(lateMoney: .ask), depth: 4, statesMin: 200),
        ]
    }

    @Test(arguments: try outsets())
    func `keeps every promise, told once or twice`(outset: Outset) {
        let exploration = Exploration(from: outset.story, depth: outset.depth)

        for (fault, way) in exploration.faults.sorted(by: { $0.key < $1.key }) {
            Issue.record("\(fault): \(way)")
        }
        // Wrong money closes a code, and told again it answers that close: the one exception.
        for (fact, way) in exploration.unrepeatable {
            if case .attempt(_, .outcome(.paid, _)) = fact { continue }
            Issue.record("\(fact) told twice in a row is not told once: \(way)")
        }
        #expect(exploration.states >= outset.statesMin)
        #expect(exploration.steps > exploration.states)
    }

    @Test func `reaches what matters`() throws {
        let orders = try Self.outsets().flatMap {
            Exploration(from: $0.story, depth: 3).orders
        }
        let reasons = Set(orders.flatMap(\.refunds).map(\.reason))
        let fates = Set(orders.flatMap(\.transactions).map(\.fate))
        let slips = Set(orders.flatMap(\.prints).map(\.state))
        let statuses = Set(orders.map(\.status))

        #expect(reasons == [.asked, .late, .surplus, .cancelled, .decided, .elsewhere])
        #expect(fates == [.kept, .returning, .returned, .held])
        #expect(slips == [.queued, .started, .printed, .unconfirmed, .doubtful, .abandoned])
        #expect(statuses == Set(OrderStatus.allCases))
    }
}

@Suite struct `The promises themselves` {
    /// A paid order with other parts.
    static func paid(
        state: OrderState = .paid, attempts: [PaymentAttempt]? = nil,
        transactions: [Transaction]? = nil, refunds: [Refund] = [], prints: [PrintJob]? = nil
    ) -> Order {
        let order = Story.paid().order
        return Order(
            id: order.id, terminal: order.terminal, reference: order.reference,
            amount: order.amount, subject: order.subject, slips: order.slips,
            metadata: order.metadata, lateMoney: order.lateMoney, openedAt: order.openedAt, deadline: order.deadline,
            state: state, attempts: attempts ?? order.attempts,
            transactions: transactions ?? order.transactions, refunds: refunds, holds: [],
            prints: prints ?? order.prints, version: order.version)
    }

    static func money(_ reference: String, _ minorUnits: Int64, _ fate: TransactionFate)
        -> Transaction
    {
        Transaction(
            key: TransactionKey(account: "main", acquirerReference: reference),
            attempt: Story.first, amount: Money(minorUnits: minorUnits, .cny), paidAt: nil,
            source: .query, learntAt: Story.opensAt, fate: fate)
    }

    static func refund(_ id: RefundID, _ minorUnits: Int64) -> Refund {
        Refund(
            id: id, transaction: TransactionKey(account: "main", acquirerReference: "M1"),
            attempt: Story.first, amount: Money(minorUnits: minorUnits, .cny), reason: .asked,
            note: "")
    }

    static var broken: [(String, Order)] {
        let live = PaymentAttempt(
            reference: Story.first, account: "main", amount: Story.price, subject: "",
            expiresAt: Story.opensAt, state: .asking)
        return [
            (
                "two transactions are kept",
                paid(transactions: [money("M1", 1250, .kept), money("M2", 1250, .kept)])
            ),
            ("money of another amount is kept", paid(transactions: [money("M1", 1, .kept)])),
            ("paid without kept money", paid(transactions: [])),
            ("more goes back than came", paid(refunds: [refund("A", 1000), refund("B", 251)])),
            (
                "money is returning and no refund is under way",
                paid(transactions: [money("M1", 1250, .kept), money("M2", 1250, .returning)])
            ),
            (
                "money is held and nobody is asked",
                paid(transactions: [money("M1", 1250, .kept), money("M2", 1, .held)])
            ),
            (
                "money is returned and no refund is done",
                paid(transactions: [money("M1", 1250, .kept), money("M2", 1, .returned)])
            ),
            ("closed with a live attempt", paid(state: .closed, attempts: [live])),
            ("an attempt is paid without money", paid(transactions: [])),
            ("a paid sale without an original", paid(prints: [])),
            (
                "two originals",
                paid(prints: [PrintJob(id: "1", kind: .sale), PrintJob(id: "2", kind: .sale)])
            ),
            ("two refunds of one name", paid(refunds: [refund("A", 1), refund("A", 1)])),
        ]
    }

    @Test func `notice what breaks them`() {
        for (fault, order) in Self.broken {
            #expect(OrderInvariants.faults(of: order).contains(fault), "\(fault)")
        }
        #expect(OrderInvariants.faults(of: Self.paid()) == [])
    }

    @Test func `notice a step that leaves a final state`() {
        let paid = Story.paid().order
        let open = Story.presented().order.recording(
            .attempt(Story.first, .outcome(.pending(nil), .query)),
            on: Occasion(at: Story.opensAt, boot: 2))

        let faults = OrderInvariants.faults(from: paid, to: open)

        #expect(faults.contains("the order leaves paid"))
        #expect(faults.contains("an attempt leaves a final state"))
        #expect(faults.contains("money is gone"))
        #expect(faults.contains("work that does not add up"))
    }
}
