// SPDX-License-Identifier: Apache-2.0

extension BenchShop {
    /// What a sale is: 12.50 yuan of tea.
    private static func sale(_ key: String) -> String {
        #"{"amount":{"value":1250,"currency":"CNY"},"subject":"Oolong tea","reference":"\#(key)"}"#
    }

    /// Requests that open a sale each, and come in by a door.
    func openings(_ count: Int, by door: Door, path: String = "/v1/orders") -> [[UInt8]] {
        (0..<count).map { _ in
            let key = newKey()
            var fields = [("Idempotency-Key", key)]
            if case .port = door { fields.append(("Authorization", "Bearer \(Self.token)")) }
            return Request.bytes("POST", path, to: door, fields, body: Self.sale(key))
        }
    }

    /// Opens one sale; its key is the text of its reference too.
    ///
    /// - Throws: ``BenchFault`` if it is not opened.
    func open(path: String = "/v1/orders") throws(BenchFault) -> (order: SeenOrder, key: String) {
        let key = newKey()
        let request = Request.bytes(
            "POST", path, to: api, [("Idempotency-Key", key)], body: Self.sale(key))
        let answer = try Lane(api).exchange(request)
        guard answer.status == 201 else {
            throw .control("no sale is opened: \(answer.status) \(answer.text.prefix(300))")
        }
        return (try answer.message(SeenOrder.self), key)
    }

    /// Cancels sales, so that no more stand open than in a shop.
    ///
    /// - Throws: ``BenchFault`` if one is not over then.
    func cancel(_ answers: [Answer]) throws(BenchFault) {
        var requests: [[UInt8]] = []
        for answer in answers {
            let order = try answer.message(SeenOrder.self)
            requests.append(
                Request.bytes(
                    "POST", "/v1/orders/\(order.id)/cancel", to: api, [("Idempotency-Key", newKey())], body: "{}"))
        }
        let outcome = try Load(door: api, clients: 16).run(requests, expecting: 200)
        for answer in outcome.answers where try answer.message(SeenOrder.self).status != "not_paid" {
            throw .control("a sale that was cancelled before anybody was asked is not over: \(answer.text.prefix(200))")
        }
    }
}
