// SPDX-License-Identifier: Apache-2.0

/// A request as a test writes it down.
struct Ask: Sendable {
    var method: String
    var path: String
    var host = "localhost"
    var fields: [(String, String)] = []
    var body: [UInt8] = []

    static func get(_ path: String) -> Ask { Ask(method: "GET", path: path) }

    /// A write, with an idempotency key unless it is nil, and with a body of JSON unless it is empty.
    static func post(_ path: String, _ body: String = "{}", key: String? = "key-1") -> Ask {
        let type = body.isEmpty ? [] : [("Content-Type", "application/json")]
        return Ask(
            method: "POST", path: path, fields: type + (key.map { [("Idempotency-Key", $0)] } ?? []),
            body: Array(body.utf8))
    }

    /// As somebody who knows the token, on the port that people know.
    func from(_ shop: Shop) -> Ask {
        guard case .port = shop.door else { return self }
        return showing(Shop.token)
    }

    /// As somebody who shows a token, or none, on the port that people know.
    func showing(_ token: String?) -> Ask {
        var ask = self
        ask.host = "127.0.0.1:\(Shop.knownPort)"
        if let token { ask.fields.append(("Authorization", "Bearer \(token)")) }
        return ask
    }

    /// The request on the wire.
    var bytes: [UInt8] {
        var lines = ["\(method) \(path) HTTP/1.1"]
        if !host.isEmpty { lines.append("Host: \(host)") }
        lines += fields.map { "\($0.0): \($0.1)" }
        if method != "GET" || !body.isEmpty { lines.append("Content-Length: \(body.count)") }
        lines += ["Connection: close", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + body
    }
}

extension Ask {
    /// The request about an order and a hold whose names it leaves open.
    func named(order: String, hold: String) -> Ask {
        var ask = self
        ask.path = path.replacing("{order}", with: order).replacing("{hold}", with: hold)
        return ask
    }
}
