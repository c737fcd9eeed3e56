// SPDX-License-Identifier: Apache-2.0

import TillCore

/// Everything that can happen to one sale, to a depth: each state once, each step checked.
struct Exploration {
    /// Something that may happen.
    struct Event: Hashable {
        let deed: Deed
        /// How much time passes before it.
        var after: Pause = .none
    }

    /// A fact or a command.
    enum Deed: Hashable {
        case fact(OrderFact)
        case command(OrderCommand)
    }

    /// The waits that mean something to an order.
    enum Pause: Hashable {
        case none, absence, deadline, horizon

        func end(from at: Timestamp, of order: Order) -> Timestamp {
            switch self {
            case .none: at
            case .absence: at + .seconds(31)
            case .deadline: max(at, order.deadline)
            case .horizon: max(at, order.deadline) + .seconds(49 * 3600)
            }
        }
    }

    /// A state, and how it was reached.
    private struct Node {
        let order: Order
        let at: Timestamp
        let parent: Int?
        let event: Event?
    }

    /// A state without its history.
    private struct Place: Hashable {
        let order: Order
        let at: Timestamp
    }

    private let start: Story
    private var nodes: [Node]
    private var places: Set<Place>
    /// Steps that were taken, those that changed nothing among them.
    private(set) var steps = 0
    /// What is wrong, with the shortest way to it.
    private(set) var faults: [String: String] = [:]
    /// Facts that changed something when they were recorded for the second time in a row.
    private(set) var unrepeatable: [OrderFact: String] = [:]

    /// How many states were reached.
    var states: Int { nodes.count }
    /// The orders that were reached.
    var orders: [Order] { nodes.map(\.order) }

    /// Explores from a story on.
    init(from start: Story, depth: Int) {
        self.start = start
        nodes = [Node(order: start.order, at: start.at, parent: nil, event: nil)]
        places = [Place(order: Self.withoutVersion(start.order), at: start.at)]
        check(OrderInvariants.faults(of: start.order), at: 0, nil)
        var frontier = 0..<1
        for _ in 0..<depth {
            let next = nodes.count
            for index in frontier { expand(index) }
            frontier = next..<nodes.count
        }
    }

    private mutating func expand(_ index: Int) {
        for event in Alphabet.events(of: nodes[index].order) { take(event, from: index) }
    }

    private mutating func take(_ event: Event, from index: Int) {
        let node = nodes[index]
        let at = event.after.end(from: node.at, of: node.order)
        guard let step = Self.step(event.deed, node.order, at) else { return }
        steps += 1
        check(OrderInvariants.faults(from: node.order, to: step), at: index, event)
        if case .fact(let fact) = event.deed { checkFact(fact, step, at, index, event) }
        guard !step.isEmpty else { return }
        let place = Place(order: Self.withoutVersion(step.order), at: at)
        guard places.insert(place).inserted else { return }
        nodes.append(Node(order: step.order, at: at, parent: index, event: event))
        check(OrderInvariants.faults(of: step.order), at: index, event)
        checkReplay(nodes.count - 1)
    }

    private mutating func checkFact(
        _ fact: OrderFact, _ step: Transition, _ at: Timestamp, _ index: Int, _ event: Event
    ) {
        guard !step.isEmpty else { return }
        let faults = OrderInvariants.faults(
            of: fact, after: told(before: index), from: nodes[index].order, to: step.order)
        check(faults, at: index, event)
        let again = step.order.recording(fact, on: Occasion(at: at, boot: start.boot))
        if !again.isEmpty, unrepeatable[fact] == nil { unrepeatable[fact] = describe(index, event) }
    }

    /// The facts on the way to a state.
    private func told(before index: Int) -> [OrderFact] {
        way(to: index).compactMap { event in
            if case .fact(let fact) = event.deed { fact } else { nil }
        }
    }

    /// The same happenings once more give the same order.
    private mutating func checkReplay(_ index: Int) {
        var order = start.order
        var at = start.at
        for event in way(to: index) {
            at = event.after.end(from: at, of: order)
            guard let step = Self.step(event.deed, order, at) else { break }
            order = step.order
        }
        if order != nodes[index].order { check(["a replay gives another order"], at: index, nil) }
    }

    private mutating func check(_ found: [String], at index: Int, _ event: Event?) {
        for fault in found where faults[fault] == nil { faults[fault] = describe(index, event) }
    }

    private func way(to index: Int) -> [Event] {
        var events: [Event] = []
        var node = nodes[index]
        while let parent = node.parent, let event = node.event {
            events.append(event)
            node = nodes[parent]
        }
        return events.reversed()
    }

    private func describe(_ index: Int, _ event: Event?) -> String {
        (way(to: index) + (event.map { [$0] } ?? [])).map { "\($0.deed) after \($0.after)" }
            .joined(separator: " ▶ ")
    }

    static func step(_ deed: Deed, _ order: Order, _ at: Timestamp) -> Transition? {
        let occasion = Occasion(at: at, boot: 1)
        switch deed {
        case .fact(let fact): return order.recording(fact, on: occasion)
        // A refused command changes nothing: nil is that answer.
        case .command(let command): return try? order.accepting(command, on: occasion)
        }
    }

    private static func withoutVersion(_ order: Order) -> Order {
        Order(
            id: order.id, terminal: order.terminal, reference: order.reference,
            amount: order.amount, subject: order.subject, slips: order.slips,
            metadata: order.metadata, lateMoney: order.lateMoney, openedAt: order.openedAt, deadline: order.deadline,
            state: order.state, attempts: order.attempts, transactions: order.transactions,
            refunds: order.refunds, holds: order.holds, prints: order.prints, version: 0)
    }
}
