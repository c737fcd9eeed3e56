// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

extension OpenPayDesk {
    /// How wrong the clock is that scripts make wrong, in milliseconds.
    static let clockError: Int64 = 600_000

    /// Answers a call of the gateway.
    func answerGateway(_ request: HTTPRequest, body: [UInt8], from address: String) throws -> Delivery {
        var answering = try answering(request)
        answering.now = clock(of: request)
        do {
            let caller = try RequestGuard(books: books, keys: bank.keyCache, now: now, clock: answering.now)
                .admit(request, body: body, from: address)
            notes?.merchant = caller.id
            let call = try OpenPayCall(request)
            if case .statement(let start) = call { return try answerStatement(of: start, for: caller, answering) }
            var asked = try prepare(call, request, body: body, of: caller)
            asked.serverTime = answering.now
            notes?.script = asked.script
            return try answer(asked, request, answering)
        } catch let problem as Problem {
            return .answer(answering.problem(problem))
        }
    }

    /// The clock that a caller goes by, in milliseconds since 1970 UTC: where the sandbox's time is not the machine's, the one
    /// that is nearer to the time of the signature.
    private func clock(of request: HTTPRequest) -> Int64 {
        guard skew != 0 else { return now }
        // What cannot be read is refused by the guard.
        let all = (try? MessageSignature.parameters(in: request.headerFields)) ?? []
        guard let created = all.compactMap(\.parameters.created).first, RFC3339.years.contains(created) else {
            return now
        }
        let time = created * 1000
        return abs(time - now) <= abs(time - now - skew) ? now : now + skew
    }

    /// Finds what a call is about, and the script that goes with it.
    private func prepare(
        _ call: OpenPayCall, _ request: HTTPRequest, body: [UInt8], of merchant: Merchant
    ) throws -> PreparedCall {
        let content = try content(request, body: body)
        var asked = PreparedCall(call: call, merchant: merchant)
        if call.isPost { asked.idempotencyKey = try IdempotencyKey(request, content) }
        switch call {
        case .create:
            let new = try NewPayment(content, for: merchant)
            asked.newPayment = new
            asked.orderNo = new.orderNo
        case .paymentByOrder(let orderNo):
            asked.payment = try books.payment(orderNo: orderNo, of: merchant.id)
            asked.orderNo = orderNo
        case .payment(let id), .close(let id), .cancel(let id), .refund(let id):
            asked.payment = try books.payment(id, of: merchant.id)
        case .refundByID(let id):
            asked.refund = try books.refund(id, of: merchant.id)
        case .refundByNumber(let number):
            asked.refund = try books.refund(refundNo: number, of: merchant.id)
        case .statement, .time:
            break
        }
        switch call {
        case .refund: asked.newRefund = try asked.payment.map { try NewRefund(content, of: $0) }
        case .close, .cancel: _ = try BodyReader(content, knows: [])
        default: break
        }
        asked.orderNo = asked.orderNo ?? asked.payment?.orderNo ?? asked.refund?.orderNo
        notes?.orderNo = asked.orderNo
        let wished = call == .create ? try wishedScript(request) : nil
        if let orderNo = asked.orderNo {
            asked.script = try script(orderNo, asked.newPayment, of: merchant, wished: wished)
        }
        return asked
    }

    private func content(_ request: HTTPRequest, body: [UInt8]) throws(Problem) -> JSONValue {
        guard request.method == .post else {
            guard body.isEmpty else { throw .invalid("body", "a \(request.method.rawValue) has none: leave it out") }
            return .object([])
        }
        guard !body.isEmpty else { return .object([]) }
        let type = request.headerFields[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard type?.filter({ $0 != " " }) == "application/json" else {
            throw .invalid("Content-Type", "send application/json", status: .unsupportedMediaType)
        }
        return try BodyReader.object(body)
    }

    /// Does what is asked as the script has it.
    private func answer(_ asked: PreparedCall, _ request: HTTPRequest, _ answering: SignedAnswer) throws -> Delivery {
        let isCreate = asked.call == .create
        var delay = asked.script?[.slow] ?? 0
        if isCreate, try strikes(.createSlow, asked) { delay += asked.script?[.createSlow] ?? 0 }
        var answering = answering
        if try strikes(.clockAhead, asked) { answering.now += Self.clockError }
        if try strikes(.clockBehind, asked) { answering.now -= Self.clockError }
        do {
            try refuseByScript(asked)
        } catch let problem as Problem {
            return .answer(answering.problem(problem), afterMilliseconds: delay)
        }
        if try strikes(.redirect, asked) { return .answer(Self.elsewhere(request), afterMilliseconds: delay) }
        if isCreate, try strikes(.createLostNotDone, asked) { return .lost(afterMilliseconds: delay) }
        var message: (HTTPResponse, [UInt8])
        do {
            let (status, value) = try books.part { try perform(asked) }
            message = answering.json(status, try falsified(value, asked))
        } catch let problem as Problem {
            message = answering.problem(problem)
        }
        if try strikes(lossWord(asked.call), asked) { return .lost(afterMilliseconds: delay) }
        if isCreate, try strikes(.createConflict, asked) {
            let taken = Problem(
                .orderConflict, "this number is taken by other content: choose another", field: "order_no")
            message = answering.problem(taken)
        }
        if asked.call.isPost, try strikes(.cut, asked, under: "cut:\(asked.call.kind)") {
            return .cut(message.0, message.1, afterBytes: message.1.count / 2, afterMilliseconds: delay)
        }
        return .answer(try spoilt(message, asked, answering), afterMilliseconds: delay)
    }

    /// The word that loses the answer to a call after it was done.
    private func lossWord(_ call: OpenPayCall) -> ScriptWord? {
        switch call {
        case .create: .createLostDone
        case .close: .closeLost
        case .refund: .refundLost
        default: nil
        }
    }

    private func perform(_ asked: PreparedCall) throws -> (HTTPResponse.Status, JSONValue) {
        if let key = asked.idempotencyKey {
            guard try books.keep(key, of: asked.merchant.id, at: now) else {
                throw Problem.invalid(
                    "Idempotency-Key", "it was used for another request: choose a new one",
                    status: .unprocessableContent)
            }
        }
        switch asked.call {
        case .statement:
            throw Problem(.internalFault, "a statement is no json")
        case .time:
            return (.ok, .object(("server_time", .string(RFC3339.text(asked.serverTime)))))
        case .create:
            guard let new = asked.newPayment else { throw Self.noPayment }
            let (status, payment) = try create(
                new, for: asked.merchant, script: asked.script ?? .manual, at: asked.serverTime)
            return (status, resource(payment))
        case .payment, .paymentByOrder:
            guard let payment = asked.payment else { throw Self.noPayment }
            return (.ok, try queried(payment))
        case .close, .cancel:
            guard let payment = asked.payment else { throw Self.noPayment }
            if case .close = asked.call { return (.ok, resource(try close(payment))) }
            return (.ok, resource(try cancel(payment)))
        case .refund:
            guard let payment = asked.payment, let new = asked.newRefund else { throw Self.noPayment }
            let (status, refund) = try refund(new, of: payment)
            return (status, refund.resource)
        case .refundByID, .refundByNumber:
            guard let refund = asked.refund else {
                throw Problem(.notFound, "there is no such refund of this merchant")
            }
            return (.ok, refund.resource)
        }
    }
}
