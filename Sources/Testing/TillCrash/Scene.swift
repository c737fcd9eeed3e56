// SPDX-License-Identifier: Apache-2.0

/// A part of a shop's day, played by one client; what was done before is done again under the same keys.
enum Scene: String, CaseIterable {
    case sale, cancel, refund, reprint

    /// Whether something holds of an order whose scene is over.
    private func isOver(_ order: OrderAnswer) -> Bool {
        let isPrinted = order.prints.allSatisfy { $0.state != "queued" && $0.state != "started" }
        switch self {
        case .sale: return (order.status == "paid" || order.status == "needs_person") && isPrinted
        case .cancel: return order.status == "not_paid" || order.status == "needs_person"
        case .refund:
            let isBack = order.refunds.allSatisfy { $0.state == "done" || $0.state == "refused" }
            return !order.refunds.isEmpty && isBack && isPrinted
        case .reprint: return order.prints.count > 1 && isPrinted
        }
    }

    /// Does what has to be done before, without any fault.
    func prepare(_ client: Client, _ key: String) -> Bool {
        switch self {
        case .sale: return true
        case .cancel:
            guard let order = client.open(key, value: 700) else { return false }
            return Self.follow(order, client) { $0.status != "opening" }
        case .refund, .reprint: return Scene.sale.play(client, key)
        }
    }

    /// Plays it to its end; false if it broke off.
    func play(_ client: Client, _ key: String) -> Bool {
        guard let order = client.open(key, value: 700) else { return false }
        switch self {
        case .sale:
            guard Self.follow(order, client, until: { $0.status != "opening" && $0.page != nil || isOver($0) }),
                let shown = client.look(order.id)
            else { return false }
            client.pay(shown)
            return Self.follow(shown, client, until: isOver)
        case .cancel:
            // A refusal says that it is over already.
            _ = client.cancel(order.id)
        case .refund: _ = client.refund(order.id, key: "r-\(key)", value: 300)
        case .reprint: _ = client.reprint(order.id, key: "p-\(key)")
        }
        guard let seen = client.look(order.id) else { return false }
        return Self.follow(seen, client, until: isOver)
    }

    /// Gives a sale up, and says whether it then came to an end, whichever.
    func giveUp(_ order: OrderAnswer, _ client: Client) -> Bool {
        _ = client.cancel(order.id)
        guard let seen = client.look(order.id) else { return false }
        return Self.follow(seen, client) { ["paid", "not_paid", "needs_person"].contains($0.status) }
    }

    private static func follow(_ order: OrderAnswer, _ client: Client, until holds: (OrderAnswer) -> Bool) -> Bool {
        var seen = order
        let limit = Moment.now + client.patience
        while !holds(seen) {
            guard Moment.now < limit, let next = client.next(after: seen) else { return false }
            seen = next
        }
        return true
    }
}
