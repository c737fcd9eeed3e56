// SPDX-License-Identifier: Apache-2.0

import TillCore

/// Everything that can ever happen to one sale: steps are taken until no new state appears.
///
/// States that differ only in names, times and versions are one, and attempts, pieces of money and
/// refunds have a bound, so that there are finitely many.
struct Closure {
    /// A state without names and times. What an order does next depends on nothing else.
    private struct Place: Hashable {
        let state: OrderState
        let attempts: [String]
        let transactions: [String]
        let refunds: [String]
        let holds: Set<String>
        let prints: [String]
        /// 0 before the deadline, 1 after it, 2 when the horizon has passed.
        let phase: Int
        /// Whether the acquirer has said nothing of an uncertain attempt for long enough.
        let absenceCounts: [Bool]
    }

    private struct Node {
        let order: Order
        let at: Timestamp
        let depth: Int
    }

    /// How many of each a sale may have; what would lead beyond is not followed.
    struct Bounds {
        let attempts: Int
        let transactions: Int
        let refunds: Int
    }

    private let bounds: Bounds
    private var nodes: [Node]
    private var places: Set<Place>
    /// Steps that were taken, those that changed nothing among them.
    private(set) var steps = 0
    /// How many steps the farthest state is away from the first.
    private(set) var depth = 0
    /// What is wrong.
    private(set) var faults: Set<String> = []
    /// How attempts, orders and refunds move: from, what happens, to.
    private(set) var moves: Set<Move> = []

    /// One arrow of a machine.
    struct Move: Hashable, Comparable {
        let machine: String
        let from: String
        let to: String
        let cause: String

        static func < (a: Move, b: Move) -> Bool {
            (a.machine, a.from, a.to, a.cause) < (b.machine, b.from, b.to, b.cause)
        }
    }

    /// How many states there are.
    var states: Int { nodes.count }

    /// Explores from a story on until nothing is new.
    init(from start: Story, within bounds: Bounds) {
        self.bounds = bounds
        nodes = [Node(order: start.order, at: start.at, depth: 0)]
        places = [Self.place(of: start.order, at: start.at)]
        var index = 0
        while index < nodes.count {
            expand(index)
            index += 1
        }
    }

    private mutating func expand(_ index: Int) {
        let node = nodes[index]
        for event in Alphabet.events(of: node.order) where Self.isOfItsOwn(event) {
            let at = event.after.end(from: node.at, of: node.order)
            guard let step = Exploration.step(event.deed, node.order, at) else { continue }
            steps += 1
            note(event.deed, node.order, step.order)
            faults.formUnion(OrderInvariants.faults(from: node.order, to: step))
            guard !step.isEmpty, isWithinBounds(step.order) else { continue }
            guard places.insert(Self.place(of: step.order, at: at)).inserted else { continue }
            faults.formUnion(OrderInvariants.faults(of: step.order))
            depth = max(depth, node.depth + 1)
            nodes.append(Node(order: step.order, at: at, depth: node.depth + 1))
        }
    }

    private func isWithinBounds(_ order: Order) -> Bool {
        order.attempts.count <= bounds.attempts
            && order.transactions.count <= bounds.transactions
            && order.refunds.count <= bounds.refunds
    }

    /// Whether an event can lead where no other one of the alphabet does: money of another currency
    /// is money of another amount, and what is told in vain leads nowhere.
    private static func isOfItsOwn(_ event: Exploration.Event) -> Bool {
        switch event.deed {
        case .fact(.attempt(_, .outcome(.paid(let payment), let source))):
            payment.amount.currency == .cny
                && (source == .query || payment.acquirerReference.hasSuffix("b"))
        case .fact(.attempt(_, .watchOver)), .fact(.deadlinePassed): event.after != .none
        case .fact(.statementLacks), .fact(.statementDiffers): false
        case .fact, .command: true
        }
    }

    /// Whether from everywhere a sale can still come to rest: every state that is not at rest owes
    /// something or asks somebody.
    var isNeverStuck: Bool {
        nodes.allSatisfy { node in
            let isOver = node.order.state == .paid || node.order.state == .closed
            return isOver || !node.order.effects.isEmpty || node.order.holds.contains(where: \.isOpen)
        }
    }

    private mutating func note(_ deed: Exploration.Deed, _ before: Order, _ after: Order) {
        let cause = Self.name(of: deed)
        if before.state != after.state {
            moves.insert(
                Move(
                    machine: "order", from: before.state.rawValue, to: after.state.rawValue,
                    cause: cause))
        }
        for (old, new) in zip(before.attempts, after.attempts) {
            let (from, to) = (Self.word(old.state), Self.word(new.state))
            if from != to {
                moves.insert(Move(machine: "attempt", from: from, to: to, cause: cause))
            }
        }
        for (old, new) in zip(before.refunds, after.refunds) {
            let (from, to) = (Self.word(old.state), Self.word(new.state))
            if from != to {
                moves.insert(Move(machine: "refund", from: from, to: to, cause: cause))
            }
        }
        for (old, new) in zip(before.transactions, after.transactions) where old.fate != new.fate {
            moves.insert(
                Move(
                    machine: "transaction", from: old.fate.rawValue, to: new.fate.rawValue,
                    cause: cause))
        }
    }

    private static func place(of order: Order, at: Timestamp) -> Place {
        let deadline = order.deadline
        let phase = at < deadline ? 0 : at < deadline + .seconds(48 * 3600) ? 1 : 2
        return Place(
            state: order.state,
            attempts: order.attempts.map { attempt in
                let reason =
                    switch attempt.state {
                    case .closing(let reason), .closed(let reason): "\(reason)"
                    default: ""
                    }
                let code = attempt.code == nil ? "" : " code"
                let watch = attempt.watchedUntil == nil ? "" : " watched"
                return word(attempt.state) + reason + code + watch
            },
            transactions: order.transactions.map {
                "\($0.attempt) \($0.key.acquirerReference) \($0.amount) \($0.fate)"
            },
            refunds: order.refunds.map {
                "\($0.id) \($0.transaction.acquirerReference) \($0.amount) \($0.reason) \($0.state)"
            },
            holds: Set(order.holds.compactMap(word)),
            prints: order.prints.map { "\($0.kind) \($0.state)" }, phase: phase,
            absenceCounts: order.attempts.map { attempt in
                if case .uncertain(let since) = attempt.state {
                    at.since(since) >= .seconds(30)
                } else {
                    false
                }
            })
    }

    /// What a hold means for what happens next; nil if it only tells a person something.
    private static func word(_ hold: Hold) -> String? {
        switch hold.reason {
        case .amountDiffers, .lateMoney, .refundRefused, .refundDoneAfterAll, .receiptInDoubt:
            "\(hold.reason) \(hold.isOpen)"
        case .strayNotify, .refundedElsewhere, .missingInStatement, .refundDiffers, .strayLine,
            .stuckAttempt, .stuckRefund, .displayDiffers:
            nil
        }
    }

    private static func word(_ state: AttemptState) -> String {
        String("\(state)".prefix { $0 != "(" })
    }

    private static func word(_ state: RefundState) -> String {
        String("\(state)".prefix { $0 != "(" })
    }
}

extension Closure {
    /// What happened, in a word or two.
    static func name(of deed: Exploration.Deed) -> String {
        switch deed {
        case .command(let command): "asked: " + first(of: "\(command)")
        case .fact(.attempt(_, .outcome(let outcome, _))): first(of: "\(outcome)")
        case .fact(.attempt(_, let fact)): first(of: "\(fact)")
        case .fact(.refund(_, .outcome(let outcome))): "refund " + first(of: "\(outcome)")
        case .fact(.refund(_, let fact)): "refund " + first(of: "\(fact)")
        case .fact(.print(_, let fact)): "print " + first(of: "\(fact)")
        case .fact(let fact): first(of: "\(fact)")
        }
    }

    private static func first(of text: String) -> String { String(text.prefix { $0 != "(" }) }
}
