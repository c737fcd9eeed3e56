// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI

/// A request that is refused, and the words of the refusal.
struct Refusal: Sendable, CustomTestStringConvertible {
    let ask: Ask
    let stage: Stage
    let code: ProblemCode
    let field: String?
    var surroundings = Shop.Surroundings()

    init(
        _ ask: Ask, _ code: ProblemCode, _ field: String? = nil, when stage: Stage = .presented,
        in surroundings: Shop.Surroundings = Shop.Surroundings()
    ) {
        (self.ask, self.stage, self.code, self.field) = (ask, stage, code, field)
        self.surroundings = surroundings
    }

    var testDescription: String {
        "\(ask.method) \(ask.path) \(String(decoding: ask.body.prefix(60), as: UTF8.self)) when \(stage)"
    }

    static let all =
        bodies + amounts + values + queries + keys + places + orders + holds + sizes + queue + devices + kinds + tokens

    private static func sale(_ more: String) -> Ask {
        .post("/v1/orders", #"{"amount":{"value":1250,"currency":"CNY"},\#(more)}"#)
    }

    private static func amount(_ members: String) -> Ask {
        .post("/v1/orders", #"{"amount":{\#(members)}}"#)
    }

    private static let bodies: [Refusal] = [
        Refusal(.post("/v1/orders", "{"), .malformed),
        Refusal(.post("/v1/orders", ""), .malformed),
        Refusal(.post("/v1/orders", "{} {}"), .malformed),
        Refusal(
            Ask(
                method: "POST", path: "/v1/orders",
                fields: [("Idempotency-Key", "k"), ("Content-Type", "application/json")],
                body: [0x7B, 0x22, 0xFF, 0x22, 0x7D]), .malformed),
        Refusal(.post("/v1/orders", "[]"), .wrongType),
        Refusal(.post("/v1/orders", #"{"amount":5}"#), .wrongType, "amount"),
        Refusal(sale(#""subject":5"#), .wrongType, "subject"),
        Refusal(sale(#""metadata":[]"#), .wrongType, "metadata"),
        Refusal(sale(#""metadata":{"a":1}"#), .wrongType, "metadata.a"),
        Refusal(sale(#""tip":1"#), .unknownField, "tip"),
        Refusal(amount(#""value":1,"currency":"CNY","tax":1"#), .unknownField, "amount.tax"),
        Refusal(.post("/v1/orders/{order}/cancel", #"{"why":1}"#), .unknownField, "why"),
        Refusal(.post("/v1/orders/{order}/check", #"{"why":1}"#), .unknownField, "why"),
        Refusal(.post("/v1/orders/{order}/reprint", #"{"why":1}"#), .unknownField, "why"),
        Refusal(.post("/v1/orders/{order}/attempts", #"{"why":1}"#), .unknownField, "why"),
        Refusal(.post("/v1/orders/{order}/refunds", #"{"why":1}"#), .unknownField, "why"),
        Refusal(.post("/v1/orders", "{}"), .missingField, "amount"),
        Refusal(amount(#""currency":"CNY""#), .missingField, "amount.value"),
        Refusal(amount(#""value":1"#), .missingField, "amount.currency"),
    ]

    private static let amounts: [Refusal] = [
        Refusal(amount(#""value":"12","currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(amount(#""value":1.5,"currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(amount(#""value":1e3,"currency":"CNY""#), .wrongType, "amount.value"),
        Refusal(amount(#""decimal":12,"currency":"CNY""#), .wrongType, "amount.decimal"),
        Refusal(amount(#""value":0,"currency":"CNY""#), .invalidAmount, "amount"),
        Refusal(amount(#""value":-1,"currency":"CNY""#), .invalidAmount, "amount"),
        Refusal(amount(#""value":1000000000001,"currency":"CNY""#), .invalidAmount, "amount"),
        Refusal(amount(#""decimal":"12.505","currency":"CNY""#), .invalidAmount, "amount"),
        Refusal(amount(#""decimal":"12.5","currency":"JPY""#), .invalidAmount, "amount"),
        Refusal(amount(#""decimal":"12,50","currency":"CNY""#), .invalidAmount, "amount.decimal"),
        Refusal(
            amount(#""value":1,"decimal":"0.01","currency":"CNY""#), .invalidAmount, "amount"),
        Refusal(
            amount(#""value":99999999999999999999,"currency":"CNY""#), .invalidValue, "amount.value"),
        Refusal(amount(#""value":1,"currency":"XQX""#), .unknownCurrency, "amount.currency"),
        Refusal(amount(#""value":1,"currency":"cny""#), .unknownCurrency, "amount.currency"),
        Refusal(amount(#""value":1,"currency":"EUR""#), .noSuchAccount, "amount.currency"),
    ]

    private static let values: [Refusal] = [
        Refusal(sale(#""account":"nobody""#), .noSuchAccount, "account"),
        Refusal(sale(#""account":"yen""#), .noSuchAccount, "account"),
        Refusal(
            .post("/v1/orders/{order}/attempts", #"{"account":"yen"}"#), .noSuchAccount, "account"),
        Refusal(
            sale(#""subject":"\#(String(repeating: "a", count: 129))""#), .invalidValue, "subject"),
        Refusal(sale(#""subject":"a\nb""#), .invalidValue, "subject"),
        Refusal(sale(#""reference":"é""#), .invalidValue, "reference"),
        Refusal(sale(#""deadline_seconds":29"#), .invalidValue, "deadline_seconds"),
        Refusal(sale(#""deadline_seconds":1801"#), .invalidValue, "deadline_seconds"),
        Refusal(sale(#""deadline_seconds":0"#), .invalidValue, "deadline_seconds"),
        Refusal(
            sale(
                #""metadata":{\#((0..<17).map { "\"k\($0)\":\"\"" }.joined(separator: ","))}"#),
            .invalidValue, "metadata"),
    ]

    private static let queries: [Refusal] = [
        Refusal(
            .post("/v1/orders?wait=soon", #"{"amount":{"value":1,"currency":"CNY"}}"#),
            .invalidValue, "wait"),
        Refusal(.get("/v1/orders?open=maybe"), .invalidValue, "open"),
        Refusal(.get("/v1/orders?limit=0"), .invalidValue, "limit"),
        Refusal(.get("/v1/orders?limit=501"), .invalidValue, "limit"),
        Refusal(.get("/v1/orders/{order}?wait=ever"), .invalidValue, "wait"),
        Refusal(.get("/v1/orders/{order}?wait=final&timeout=61"), .invalidValue, "timeout"),
        Refusal(.get("/v1/orders/{order}?wait=final&timeout=-1"), .invalidValue, "timeout"),
        Refusal(.get("/v1/orders/{order}?wait=final&timeout=soon"), .invalidValue, "timeout"),
        Refusal(.get("/v1/orders/{order}?wait=change&version=-1"), .invalidValue, "version"),
        Refusal(.get("/v1/orders/{order}/code?format=gif"), .invalidValue, "format"),
        Refusal(.get("/v1/orders/{order}/receipt?format=svg"), .invalidValue, "format", when: .paid),
        Refusal(.get("/v1/events?after=yesterday"), .invalidValue, "after"),
        Refusal(.get("/v1/events?after=e--1"), .invalidValue, "after"),
        Refusal(.get("/v1/events?after=e-99999999999999999999"), .invalidValue, "after"),
        Refusal(.get("/v1/events?wait=61"), .invalidValue, "wait"),
        Refusal(.get("/v1/webhooks/W1/deliveries?dead=maybe"), .invalidValue, "dead"),
        Refusal(.get("/v1/webhooks/W1/deliveries?limit=501"), .invalidValue, "limit"),
        Refusal(.get("/v1/webhooks/W1/deliveries?after=\(String(repeating: "a", count: 129))"), .invalidValue, "after"),
        Refusal(.get("/v1/webhooks/W1/deliveries"), .noSuchWebhook),
        Refusal(.post("/v1/webhooks/W1/test", ""), .noSuchWebhook),
        Refusal(.post("/v1/webhooks/W1/rotate", #"{"overlap_hours":721}"#), .invalidValue, "overlap_hours"),
        Refusal(.post("/v1/webhooks/W1/redeliver", #"{"message":"e-1","after":"e-2"}"#), .invalidValue, "after"),
        Refusal(.post("/v1/webhooks/W1/remove"), .noSuchWebhook),
        Refusal(.post("/v1/webhooks/W1/remove", key: nil), .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(.post("/v1/webhooks", #"{}"#), .missingField, "url"),
        Refusal(.post("/v1/webhooks", #"{"url":"https://a.example/","events":[]}"#), .invalidValue, "events"),
        Refusal(.post("/v1/webhooks", #"{"url":"https://a.example/","events":[7]}"#), .wrongType, "events[0]"),
        Refusal(.post("/v1/webhooks", #"{"url":"https://a.example/","events":"*"}"#), .wrongType, "events"),
    ]

    private static let keys: [Refusal] = [
        Refusal(
            .post("/v1/orders", #"{"amount":{"value":1,"currency":"CNY"}}"#, key: nil),
            .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(
            .post("/v1/orders/{order}/cancel", key: nil), .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(
            .post("/v1/orders/{order}/attempts", key: nil), .idempotencyKeyMissing,
            "Idempotency-Key"),
        Refusal(
            .post("/v1/orders/{order}/refunds", key: nil), .idempotencyKeyMissing,
            "Idempotency-Key", when: .paid),
        Refusal(
            .post("/v1/orders/{order}/reprint", key: nil), .idempotencyKeyMissing,
            "Idempotency-Key", when: .paid),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"decision":"leave","note":"a"}"#, key: nil),
            .idempotencyKeyMissing, "Idempotency-Key", when: .wrongMoney),
        Refusal(
            .post("/v1/orders/{order}/cancel", key: String(repeating: "k", count: 129)),
            .invalidValue, "Idempotency-Key"),
        Refusal(.post("/v1/orders/{order}/cancel", key: ""), .invalidValue, "Idempotency-Key"),
    ]

    private static let places: [Refusal] = [
        Refusal(.get("/"), .noSuchRoute), Refusal(.get("/v1"), .noSuchRoute),
        Refusal(.get("/v1/orders/"), .noSuchRoute), Refusal(.get("/v2/orders"), .noSuchRoute),
        Refusal(.get("/v1/orders/{order}/secrets"), .noSuchRoute),
        Refusal(.get("/v1/orders/{order}/../{order}"), .noSuchRoute),
        Refusal(.post("/v1/orders//cancel"), .noSuchRoute),
        Refusal(.get("/notify/main"), .noSuchRoute),
        Refusal(Ask(method: "DELETE", path: "/v1/orders/{order}"), .methodNotAllowed),
        Refusal(Ask(method: "PUT", path: "/v1/orders"), .methodNotAllowed),
        Refusal(.get("/v1/orders/{order}/cancel"), .methodNotAllowed),
        Refusal(.get("/v1/holds/{hold}/settle"), .methodNotAllowed, when: .wrongMoney),
        Refusal(.post("/v1/health"), .methodNotAllowed),
        Refusal(.post("/v1/events"), .methodNotAllowed),
        Refusal(.get("/v1/health"), .internalError, in: Shop.Surroundings(isWell: false)),
    ]

    private static let devices: [Refusal] = [
        Refusal(.post("/v1/printers/kitchen/test"), .noSuchDevice),
        Refusal(.post("/v1/printers/kitchen/probe"), .noSuchDevice),
        Refusal(.post("/v1/days/today/print"), .noSuchDevice),
        Refusal(.get("/v1/days/2026-02-30"), .invalidValue, "day"),
        Refusal(.post("/v1/printers/counter/test", #"{"now":true}"#), .unknownField, "now"),
    ]

    private static let orders: [Refusal] = [
        Refusal(.get("/v1/orders/01J"), .noSuchOrder),
        Refusal(.get("/v1/orders/01J?wait=final&timeout=60"), .noSuchOrder),
        Refusal(.get("/v1/orders/01J/code"), .noSuchOrder),
        Refusal(.get("/v1/orders/01J/receipt"), .noSuchOrder),
        Refusal(.post("/v1/orders/01J/cancel"), .noSuchOrder),
        Refusal(.post("/v1/orders/01J/attempts"), .noSuchOrder),
        Refusal(.post("/v1/orders/01J/check"), .noSuchOrder),
        Refusal(.post("/v1/orders/01J/refunds"), .noSuchOrder),
        Refusal(.post("/v1/orders/01J/reprint"), .noSuchOrder),
        Refusal(.post("/v1/orders/{order}/cancel"), .alreadyPaid, when: .paid),
        Refusal(.post("/v1/orders/{order}/attempts"), .alreadyPaid, when: .paid),
        Refusal(.post("/v1/orders/{order}/cancel"), .alreadyOver, when: .cancelled),
        Refusal(.post("/v1/orders/{order}/attempts"), .alreadyOver, when: .cancelled),
        Refusal(.get("/v1/orders/{order}/code"), .alreadyOver, when: .opened),
        Refusal(.get("/v1/orders/{order}/code?format=png"), .alreadyOver, when: .paid),
        Refusal(.get("/v1/orders/{order}/code?format=payload"), .alreadyOver, when: .cancelled),
        Refusal(.get("/v1/orders/{order}/code"), .alreadyOver, when: .wrongMoney),
        Refusal(.get("/v1/orders/{order}/receipt"), .notPaid),
        Refusal(.post("/v1/orders/{order}/refunds"), .notPaid),
        Refusal(.post("/v1/orders/{order}/reprint"), .notPaid),
        Refusal(
            .post("/v1/orders/{order}/refunds", #"{"amount":{"value":1251,"currency":"CNY"}}"#),
            .refundExceeds, "amount", when: .paid),
        Refusal(.post("/v1/orders/{order}/refunds"), .refundExceeds, "amount", when: .refunded),
        Refusal(
            .post("/v1/orders/{order}/refunds", #"{"amount":{"value":0,"currency":"CNY"}}"#),
            .invalidAmount, "amount", when: .paid),
        Refusal(
            .post("/v1/orders/{order}/refunds", #"{"amount":{"value":1,"currency":"JPY"}}"#),
            .invalidValue, "amount.currency", when: .paid),
        Refusal(
            .post("/v1/orders", #"{"amount":{"value":1,"currency":"CNY"}}"#), .tooManyOpenOrders,
            in: Shop.Surroundings(openOrdersMax: 1)),
    ]

    private static let holds: [Refusal] = [
        Refusal(
            .post("/v1/holds/H9/settle", #"{"decision":"leave","note":"a"}"#), .noSuchHold,
            when: .wrongMoney),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"decision":"burn","note":"a"}"#),
            .decisionDoesNotFit, "decision", when: .wrongMoney),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"decision":"printed","note":"a"}"#),
            .decisionDoesNotFit, "decision", when: .wrongMoney),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"decision":"give_back","note":"a"}"#),
            .decisionDoesNotFit, "decision", when: .stray),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"decision":"leave","note":"a"}"#),
            .decisionDoesNotFit, when: .settled),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"decision":"leave"}"#), .missingField, "note",
            when: .wrongMoney),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"note":"a"}"#), .missingField, "decision",
            when: .wrongMoney),
        Refusal(
            .post("/v1/holds/{hold}/settle", #"{"decision":"leave","note":""}"#), .invalidValue,
            "note", when: .wrongMoney),
    ]

    private static let sizes: [Refusal] = [
        Refusal(
            .post("/v1/orders", String(repeating: " ", count: RequestReader.bodyLimit + 1)), .tooLarge)
    ]
}
