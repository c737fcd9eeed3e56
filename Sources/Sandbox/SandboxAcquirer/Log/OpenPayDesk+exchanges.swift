// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

extension OpenPayDesk {
    /// Keeps an exchange for the log and for a recording; those with the control API are for recordings only.
    func keep(_ request: HTTPRequest, body: [UInt8], from address: String, _ delivery: Delivery) throws {
        guard let notes else { return }
        let isControl = RequestPath(request.path ?? "/").segments.first == "sandbox"
        guard !isControl || request.method != .get else { return keepSettled() }
        let answer = ExchangeRecord.answer(delivery, to: request)
        if let record = bank.keeping.record {
            let kept = isControl ? ControlSecrets.hidden(in: body) : body
            let line = JSONValue.object(
                ("kind", .string("request")), ("at_ms", .integer(now)), ("skew_ms", .integer(skew)),
                ("from", .string(address)), ("chance", notes.chance),
                ("request", ExchangeRecord.request(request, kept)),
                ("answer", answer))
            record(line.bytes)
        }
        guard !isControl, bank.keeping.logged > 0 else { return }
        let orderNo = notes.orderNo ?? Self.claimedOrder(request, body)
        let record = JSONValue.object(
            ("kind", .string("request")), ("at", .string(RFC3339.text(now))), ("from", .string(address)),
            ("merchant", notes.merchant.map { .string($0) }), ("order_no", orderNo.map { .string($0) }),
            ("script", notes.script.map { .string($0.description) }),
            ("outcome", notes.script?.outcome.map { .string($0.name) }),
            ("struck", notes.struck.isEmpty ? nil : .array(notes.struck.map { .string($0.rawValue) })),
            ("request", ExchangeRecord.request(request, Self.shown(body))), ("signed", ExchangeRecord.signed(request)),
            ("refused", ExchangeRecord.refusal(delivery)), ("answer", answer))
        try books.insertExchange(record, orderNo: orderNo, keeping: bank.keeping.logged)
    }

    /// Keeps a notify that is being sent, until it is known what became of it.
    func keep(_ delivery: NotifyDelivery, of notify: Notify) throws {
        guard let notes else { return }
        let request = ExchangeRecord.request(delivery.request, delivery.body)
        notes.sent.append(.object(("id", .string(delivery.id)), ("request", request)))
        guard bank.keeping.logged > 0 else { return }
        let fields = delivery.request.headerFields
        let text = "\(delivery.id).\(fields[.webhookTimestamp] ?? "").\(notify.body)"
        let payment = try books.payment(notify.payment)
        let record = JSONValue.object(
            ("kind", .string("notify")), ("at", .string(RFC3339.text(now))), ("merchant", .string(notify.merchant)),
            ("order_no", payment.map { .string($0.orderNo) }), ("try", .integer(delivery.attempt)),
            ("flaw", notify.flaw.map { .string($0.rawValue) }), ("request", request),
            ("signed", .object(("key", .string(try signers(of: notify))), ("text", .string(text)))))
        try books.keepSent(delivery.id, record)
    }

    /// Keeps for a recording that a look at the books let something happen.
    private func keepSettled() {
        guard let record = bank.keeping.record, let notes, !notes.draws.isEmpty else { return }
        let line = JSONValue.object(("kind", .string("settled")), ("at_ms", .integer(now)), ("chance", notes.chance))
        record(line.bytes)
    }

    /// Keeps for a recording what fell due by itself.
    func keepDue() {
        guard let record = bank.keeping.record, let notes, !(notes.draws.isEmpty && notes.sent.isEmpty) else { return }
        let line = JSONValue.object(
            ("kind", .string("due")), ("at_ms", .integer(now)), ("skew_ms", .integer(skew)), ("chance", notes.chance),
            ("sent", .array(notes.sent)))
        record(line.bytes)
    }

    /// Keeps for a recording what became of a notify.
    func keepReport(_ id: String, status: Int?) {
        let line = JSONValue.object(
            ("kind", .string("delivered")), ("at_ms", .integer(now)), ("id", .string(id)),
            ("status", status.map { .integer(Int64($0)) }))
        bank.keeping.record?(line.bytes)
    }

    /// Enters into the log what became of a notify that was sent.
    func keepDelivered(_ id: String, status: Int?) throws {
        guard bank.keeping.logged > 0, let sent = try books.takeSent(id) else { return }
        let answer = JSONValue.object(
            ("status", status.map { .integer(Int64($0)) }), ("wire", .string(status == nil ? "lost" : "whole")))
        try books.insertExchange(
            sent.adding([JSONMember(name: "answer", value: answer)]), orderNo: sent["order_no"]?.text,
            keeping: bank.keeping.logged)
    }

    private func signers(of notify: Notify) throws -> String {
        guard notify.flaw != .unknownKey else { return "stranger_1" }
        let secrets = try books.merchant(notify.merchant).map { try notifySecrets(of: $0).count } ?? 0
        return (try notifyKeyNames() + Array(repeating: "the merchant's secret", count: secrets))
            .joined(separator: ", ")
    }

    /// The order number that a request says it is about, believed or not.
    private static func claimedOrder(_ request: HTTPRequest, _ body: [UInt8]) -> String? {
        // What cannot be read claims nothing.
        let claimed = (try? JSONParser.value(of: body))?["order_no"]?.text
        let text = claimed ?? RequestPath(request.path ?? "/").parameter("order_no")
        return text.flatMap { BodyReader.isReference($0) ? $0 : nil }
    }

    /// A body as the log shows it: a payer's code can be paid with, so it is hidden.
    private static func shown(_ body: [UInt8]) -> [UInt8] {
        guard let text = String(validating: body, as: UTF8.self), text.contains("payer_code") else { return body }
        guard let value = try? JSONParser.value(of: body) else { return Array("(not shown: no json)".utf8) }
        return value.replacing(["payer_code": .string(ExchangeRecord.hidden)]).bytes
    }
}

extension ExchangeNotes {
    /// The random numbers as recordings write them; nil for none.
    var chance: JSONValue? { draws.isEmpty ? nil : .array(draws.map { .string(String($0)) }) }
}
