// SPDX-License-Identifier: Apache-2.0

import TillAPI

extension Refusal {
    private static let sale = #"{"amount":{"value":1,"currency":"CNY"}}"#

    private static func typed(_ type: String?, _ path: String = "/v1/orders", _ body: String = sale) -> Ask {
        var ask = Ask(
            method: "POST", path: path, fields: [("Idempotency-Key", "k")], body: Array(body.utf8))
        if let type { ask.fields.append(("Content-Type", type)) }
        return ask
    }

    /// Bodies that do not say that they are JSON, and queries with what nobody knows.
    static let kinds: [Refusal] = [
        Refusal(typed(nil), .unsupportedMediaType, "Content-Type"),
        Refusal(typed(""), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("text/plain"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("text/json"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("application/x-www-form-urlencoded"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("multipart/form-data; boundary=a"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("application/jsonp"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("application/merge-patch+json"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("application/json; charset=utf-16"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("application/json, text/plain"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("text/plain; application/json"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("text/plain", "/v1/orders/{order}/cancel", "{}"), .unsupportedMediaType, "Content-Type"),
        Refusal(typed("text/plain", "/v1/queue/flush", " "), .unsupportedMediaType, "Content-Type"),
        Refusal(.get("/v1/orders?limti=5"), .unknownField, "limti"),
        Refusal(.get("/v1/health?pretty=1"), .unknownField, "pretty"),
        Refusal(.post("/v1/orders?wait=presented&dry=1", sale), .unknownField, "dry"),
        Refusal(.post("/v1/orders/{order}/cancel?force=1"), .unknownField, "force"),
        Refusal(.get("/v1/orders?limit=5&limit=6"), .invalidValue, "limit"),
        Refusal(.get("/v1/orders/{order}?version=-1"), .invalidValue, "version"),
        Refusal(.get("/v1/orders/{order}?timeout=61"), .invalidValue, "timeout"),
        Refusal(.get("/v1/events?order=\(String(repeating: "0", count: 129))"), .invalidValue, "order"),
        Refusal(.get("/v1/queue?order=\(String(repeating: "0", count: 129))"), .invalidValue, "order"),
        Refusal(.get("/v1/queue?order="), .invalidValue, "order"),
        Refusal(.get("/v1/events?after=e-1&wait=1&after=e-2"), .invalidValue, "after"),
    ]

    /// Tokens that cannot be made, and those that are not there.
    static let tokens: [Refusal] = [
        Refusal(.post("/v1/tokens/nobody/revoke"), .noSuchToken),
        Refusal(.post("/v1/tokens/nobody/revoke", #"{"why":"a"}"#), .unknownField, "why"),
        Refusal(.post("/v1/tokens", #"{"roles":["sale"]}"#), .missingField, "name"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk"}"#), .missingField, "roles"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":[]}"#), .invalidValue, "roles"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":"sale"}"#), .wrongType, "roles"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":[1]}"#), .wrongType, "roles[0]"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":["sale","owner"]}"#), .invalidValue, "roles[1]"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":["sale","sale"]}"#), .invalidValue, "roles[1]"),
        Refusal(.post("/v1/tokens", #"{"name":"Kiosk","roles":["sale"]}"#), .invalidValue, "name"),
        Refusal(.post("/v1/tokens", #"{"name":"2kiosk","roles":["sale"]}"#), .invalidValue, "name"),
        Refusal(.post("/v1/tokens", #"{"name":"a/b","roles":["sale"]}"#), .invalidValue, "name"),
        Refusal(.post("/v1/tokens", #"{"name":"","roles":["sale"]}"#), .invalidValue, "name"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":["sale"],"days":0}"#), .invalidValue, "days"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":["sale"],"days":3651}"#), .invalidValue, "days"),
        Refusal(.post("/v1/tokens", #"{"name":"kiosk","roles":["sale"],"secret":"a"}"#), .unknownField, "secret"),
        Refusal(.get("/v1/tokens/kiosk"), .noSuchRoute),
        Refusal(.get("/v1/tokens/kiosk/revoke"), .methodNotAllowed),
        Refusal(.post("/v1/docs"), .methodNotAllowed),
    ]
}
