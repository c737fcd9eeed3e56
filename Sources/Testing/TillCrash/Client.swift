// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A client that does not take silence for an answer: it asks again with the same key, as all clients should.
struct Client: Sendable {
    let api: Wire
    let bank: Wire
    let witness: Witness
    /// Whether everybody goes home.
    let isOver: @Sendable () -> Bool
    /// How long it follows a sale.
    var patience: Duration = .seconds(25)
    /// Whether it asks again when an exchange breaks off.
    var persists = true

    /// Opens a sale; nil if the shop closed meanwhile.
    func open(_ key: String, value: Int, seconds: Int = 300) -> OrderAnswer? {
        let body =
            #"{"amount":{"value":\#(value),"currency":"CNY"},"reference":"\#(key)","deadline_seconds":\#(seconds)}"#
        guard let order: OrderAnswer = insist("POST", "/v1/orders", key: key, body: body) else { return nil }
        witness.note { $0.opened[key, default: []].insert(order.id) }
        return order
    }

    /// Waits until something is known of a sale.
    func wait(_ order: String, seconds: Int) -> OrderAnswer? {
        let path = "/v1/orders/\(order)?wait=final&timeout=\(seconds)"
        guard let seen: OrderAnswer = insist("GET", path) else { return nil }
        if seen.status == "paid" { witness.note { $0.paid.formUnion([order]) } }
        return seen
    }

    /// Reads a sale.
    func look(_ order: String) -> OrderAnswer? { insist("GET", "/v1/orders/\(order)") }

    /// Waits until a sale is another than the one that was seen.
    func next(after seen: OrderAnswer, seconds: Int = 2) -> OrderAnswer? {
        let path = "/v1/orders/\(seen.id)?wait=change&version=\(seen.version)&timeout=\(seconds)"
        guard let next: OrderAnswer = insist("GET", path) else { return nil }
        if next.status == "paid" { witness.note { $0.paid.formUnion([next.id]) } }
        return next
    }

    @discardableResult
    func cancel(_ order: String) -> OrderAnswer? {
        insist("POST", "/v1/orders/\(order)/cancel", key: "c-\(order)", body: "{}")
    }

    @discardableResult
    func refund(_ order: String, key: String, value: Int) -> OrderAnswer? {
        let body = #"{"amount":{"value":\#(value),"currency":"CNY"},"note":"\#(key)"}"#
        let accepted: OrderAnswer? = insist("POST", "/v1/orders/\(order)/refunds", key: key, body: body)
        if accepted != nil { witness.note { $0.refunded[key] = order } }
        return accepted
    }

    @discardableResult
    func reprint(_ order: String, key: String) -> OrderAnswer? {
        insist("POST", "/v1/orders/\(order)/reprint", key: key, body: "{}")
    }

    /// Pays as the payer's phone does.
    func pay(_ order: OrderAnswer) {
        if let page = order.page { _ = bank.exchange("POST", "\(page)/pay") }
    }

    /// Asks until there is an answer; nil if it is a refusal, or the shop closed.
    private func insist<Value: Decodable>(
        _ method: String, _ path: String, key: String? = nil, body: String? = nil
    ) -> Value? {
        while !isOver() {
            guard let answer = api.exchange(method, path, key: key, body: body, limit: min(patience, .seconds(15)))
            else {
                witness.note { $0.broken += 1 }
                guard persists else { return nil }
                Moment.nap(.milliseconds(10))
                continue
            }
            witness.note { $0.answers += 1 }
            switch answer.status {
            case 200..<300:
                if let value = try? JSONDecoder().decode(Value.self, from: answer.body) { return value }
                note(answer, path)
                return nil
            case 409, 422: return nil
            // A ledger that is ending says so, and another daemon will know.
            case 503, 507:
                guard persists else { return nil }
                Moment.nap(.milliseconds(20))
            default:
                note(answer, path)
                return nil
            }
        }
        return nil
    }

    private func note(_ answer: Wire.Answer, _ path: String) {
        let text = String(decoding: answer.body.prefix(300), as: UTF8.self)
        witness.note { $0.odd.append("\(answer.status) \(path) \(text)") }
    }
}
