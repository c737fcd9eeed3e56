// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What a request to the gateway asks for.
///
/// Source: OpenPay, section 2.
enum OpenPayCall: Sendable, Hashable {
    case create
    case payment(id: String)
    case paymentByOrder(String)
    case close(id: String)
    case cancel(id: String)
    case refund(payment: String)
    case refundByID(String)
    case refundByNumber(String)
    /// The statement of the day that begins at so many milliseconds since 1970 UTC.
    case statement(dayStart: Int64)
    case time

    /// Where the gateway's paths begin.
    static let prefix = "/v1"

    /// What a cut answer is counted under.
    var kind: String {
        switch self {
        case .create: "create"
        case .close: "close"
        case .cancel: "cancel"
        case .refund: "refund"
        case .payment, .paymentByOrder, .refundByID, .refundByNumber: "query"
        case .statement: "statement"
        case .time: "time"
        }
    }

    /// Reads method, path and query.
    init(_ request: HTTPRequest) throws(Problem) {
        let target = RequestPath(request.path ?? "/")
        guard target.segments.first == String(Self.prefix.dropFirst()) else {
            throw Problem(.notFound, "there is no such path: it begins with \(Self.prefix)")
        }
        let parts = Array(target.segments.dropFirst())
        switch (request.method, parts.count, parts.first) {
        case (.post, 1, "payments"): self = .create
        case (.get, 1, "payments"): self = .paymentByOrder(try Self.parameter("order_no", of: target))
        case (.get, 2, "payments"): self = .payment(id: parts[1])
        case (.post, 3, "payments") where parts[2] == "close": self = .close(id: parts[1])
        case (.post, 3, "payments") where parts[2] == "cancel": self = .cancel(id: parts[1])
        case (.post, 3, "payments") where parts[2] == "refunds": self = .refund(payment: parts[1])
        case (.get, 1, "refunds"): self = .refundByNumber(try Self.parameter("refund_no", of: target))
        case (.get, 2, "refunds"): self = .refundByID(parts[1])
        case (.get, 2, "statements"): self = .statement(dayStart: try Self.day(parts[1]))
        case (.get, 1, "time"): self = .time
        default: throw Self.unknown(parts)
        }
        if case .paymentByOrder = self { return }
        if case .refundByNumber = self { return }
        guard target.query.isEmpty else { throw .invalid("query", "this path takes no parameters") }
    }

    private static func unknown(_ parts: [String]) -> Problem {
        let allow: String? =
            switch (parts.count, parts.first, parts.last) {
            case (1, "payments", _): "GET, POST"
            case (2, "payments", _), (1, "refunds", _), (2, "refunds", _), (2, "statements", _),
                (1, "time", _):
                "GET"
            case (3, "payments", "close"), (3, "payments", "cancel"), (3, "payments", "refunds"): "POST"
            default: nil
            }
        guard let allow else { return Problem(.notFound, "there is no such path") }
        var problem = Problem.invalid("method", "this path knows \(allow)", status: .methodNotAllowed)
        problem.allow = allow
        return problem
    }

    private static func day(_ text: String) throws(Problem) -> Int64 {
        guard text.utf8.count == 10, let start = RFC3339.milliseconds(text + "T00:00:00Z") else {
            throw .invalid("day", "name a day since 1970 as in 2026-03-01")
        }
        return start
    }

    private static func parameter(_ name: String, of target: RequestPath) throws(Problem) -> String {
        guard target.query.count == 1, target.query[0].name == name else {
            throw .invalid(name, "send this one parameter, once")
        }
        guard BodyReader.isReference(target.query[0].value) else {
            throw .invalid(name, "send 1 to 64 of 0-9, A-Z, a-z, _ and -")
        }
        return target.query[0].value
    }
}

extension OpenPayCall {
    /// Whether the call ends a payment.
    var isEnding: Bool {
        switch self {
        case .close, .cancel: true
        default: false
        }
    }

    /// Whether the call can change something.
    var isPost: Bool {
        switch self {
        case .create, .close, .cancel, .refund: true
        default: false
        }
    }
}
