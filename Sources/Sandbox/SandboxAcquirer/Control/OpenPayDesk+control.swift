// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension OpenPayDesk {
    /// How many rows of each kind `GET /sandbox/books` gives when nothing else is asked for.
    static let usualRows = 1000
    /// The most rows of each kind that `GET /sandbox/books` gives.
    static let mostRows = 100_000

    /// Answers the control API, which has no signatures and serves this machine only.
    func answerControl(_ request: HTTPRequest, body: [UInt8], from address: String) throws -> Delivery {
        let answering = try answering(request)
        do {
            try ControlGate.check(request, from: address)
            let target = RequestPath(request.path ?? "/")
            let content = body.isEmpty ? JSONValue.object([]) : try BodyReader.object(body)
            let value = try books.part {
                switch (request.method, target.segments.count, target.segments.dropFirst().first) {
                case (.get, 2, "books"): try readBooks(target)
                case (.get, 2, "exchanges"): try readExchanges(target)
                case (.get, 2, "scripts"): try readScripts()
                case (.post, 2, "scripts"): try queueScripts(content)
                case (.put, 2, "scripts"): try setScript(content)
                case (.delete, 2, "scripts"): try dropScripts()
                case (.get, 2, "merchants"): try readMerchants()
                case (.post, 2, "merchants"): try addMerchant(content)
                case (.get, 2, "keys"): try readKeys()
                case (.post, 2, "keys"): try rotateKeys(content)
                case (.post, 2, "refunds"): try refundAtConsole(content)
                case (.post, 2, "endpoints"): try reopenEndpoint(content)
                default: throw Problem(.notFound, "there is no such path in the control API")
                }
            }
            return .answer(answering.json(.ok, value))
        } catch let problem as Problem {
            return .answer(answering.problem(problem))
        } catch let error as BooksError {
            return .answer(answering.problem(Problem(.invalidRequest, error.description)))
        }
    }

    private func readBooks(_ target: RequestPath) throws -> JSONValue {
        var orderNo = target.parameter("order_no")
        if let id = target.parameter("payment") {
            guard let payment = try books.payment(id) else { throw Self.noPayment }
            orderNo = payment.orderNo
        }
        let limit = min(target.parameter("limit").flatMap { Int($0) } ?? Self.usualRows, Self.mostRows)
        guard limit >= 1 else { throw Problem.invalid("limit", "send 1 to \(Self.mostRows)") }
        let payments = try books.payments(orderNo: orderNo, limit: limit)
        return .object(
            ("now", .string(RFC3339.text(now))),
            ("held", .array(try books.held(orderNo: orderNo, limit: limit).map(held))),
            ("payments", .array(payments.map(entry))),
            ("refunds", .array(try books.refunds(orderNo: orderNo, limit: limit).map(\.resource))),
            ("notifies", .array(try books.notifies(orderNo: orderNo, limit: limit).map(entry))),
            ("truncated", .bool(payments.count == limit)))
    }

    /// `GET /sandbox/exchanges`: the newest, or with `after` those that follow; the oldest comes first.
    private func readExchanges(_ target: RequestPath) throws -> JSONValue {
        guard bank.keeping.logged > 0 else {
            throw Problem(.notFound, "this sandbox keeps no log: serve without \"--log 0\"")
        }
        var orderNo = target.parameter("order_no")
        if let id = target.parameter("payment") {
            guard let payment = try books.payment(id) else { throw Self.noPayment }
            orderNo = payment.orderNo
        }
        let limit = target.parameter("limit").flatMap { Int($0) } ?? Self.usualRows
        let after = target.parameter("after").flatMap { Int64($0) }
        guard (1...Self.usualRows).contains(limit), after ?? 0 >= 0 else {
            throw Problem.invalid("limit", "send 1 to \(Self.usualRows), and after as a number of the log")
        }
        let exchanges = try books.exchanges(orderNo: orderNo, after: after, limit: limit)
        let numbered = exchanges.map { number, record in
            JSONValue.object(("number", .integer(number))).adding(record.members)
        }
        return .object(("exchanges", .array(numbered)))
    }

    private func held(_ held: HeldMoney) -> JSONValue {
        .object(
            ("merchant", .string(held.merchant)), ("order_no", .string(held.orderNo)),
            ("value", .integer(held.amount.value)), ("currency", .string(held.amount.currency)))
    }

    private func entry(_ payment: Payment) -> JSONValue {
        guard case .object(let members) = resource(payment) else { return .null }
        return .object(
            members + [
                JSONMember(name: "subject", value: .string(payment.subject)),
                JSONMember(name: "script", value: .string(payment.script.description)),
                JSONMember(name: "page", value: .string(bank.code(of: payment))),
                JSONMember(name: "twin_of", value: payment.twinOf.map { .string($0) } ?? .null),
            ])
    }

    private func entry(_ notify: Notify) -> JSONValue {
        .object(
            ("id", .string(notify.id)), ("type", .string(notify.type)), ("payment", .string(notify.payment)),
            ("url", .string(notify.url)), ("state", .string(notify.state.rawValue)), ("tries", .integer(notify.tries)),
            ("due_at", notify.dueAt.map { .string(RFC3339.text($0)) }),
            ("last_status", notify.lastStatus.map { .integer($0) }))
    }

    private func reopenEndpoint(_ content: JSONValue) throws -> JSONValue {
        let reader = try BodyReader(content, knows: ["merchant", "url"])
        let merchant = try reader.text("merchant", 1...32)
        let url = try reader.text("url", 1...512)
        try books.reopenEndpoint(url, of: merchant)
        return .object(("merchant", .string(merchant)), ("url", .string(url)))
    }
}
