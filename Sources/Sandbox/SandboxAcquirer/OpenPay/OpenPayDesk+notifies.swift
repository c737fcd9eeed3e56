// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

extension OpenPayDesk {
    /// How many notifies are handed out at once.
    static let notifyBatch = 256
    /// The longest that a script holds a notify back for the next one, in milliseconds.
    static let holdLimit: Int64 = 60_000
    /// How long after the next one a held notify goes, and after the first copy the second, in milliseconds.
    static let gap: Int64 = 1000

    /// Enters a notify about a payment, where the merchant asked for notifies.
    func announce(_ type: String, _ payment: Payment, _ resource: JSONValue) throws {
        try enter(type, payment, resource)
        if payment.script.has(.notifyStranger) {
            let tail = String(payment.id.suffix(20))
            let other = "OTHER-\(tail)"
            let names = ["id": "pay_\(other)", "payment": "pay_\(other)", "order_no": other, "refund_no": other]
            try enter(type, payment, resource.replacing(names.mapValues { .string($0) }))
        }
        if payment.script.has(.notifyNewType) {
            try enter("merchant.greeted", payment, .object(("words", .string("good morning"))))
        }
    }

    private func enter(_ type: String, _ payment: Payment, _ resource: JSONValue) throws {
        guard let url = payment.notifyURL else { return }
        let script = payment.script
        var state = NotifyState.waiting
        if script.has(.notifyLost) { state = .lost }
        if try books.isEnded(url, of: payment.merchant) { state = .ended }
        var due = now + (script[.notifyDelayed] ?? 0)
        var isHeld = false
        if script.has(.notifyReordered) {
            isHeld = try !books.letHeldNotifiesGo(of: payment.id, at: due + Self.gap)
            if isHeld { due += Self.holdLimit }
        }
        let body = JSONValue.object(
            ("type", .string(type)), ("created", .string(RFC3339.text(now))), ("data", resource))
        try books.insert(
            Notify(
                id: identifier("evt_"), merchant: payment.merchant, payment: payment.id, url: url, type: type,
                body: String(decoding: body.bytes, as: UTF8.self), state: state, dueAt: state == .waiting ? due : nil,
                tries: 0, retryDelay: 0, copies: script.has(.notifyTwice) ? 2 : 1, isHeldBack: isHeld,
                flaw: Self.flaw(of: script), createdAt: now, lastStatus: nil))
    }

    private static func flaw(of script: Script) -> NotifyFlaw? {
        if script.has(.notifyBadlySigned) { return .badlySigned }
        if script.has(.notifyStale) { return .stale }
        return script.has(.notifyUnknownKey) ? .unknownKey : nil
    }

    /// Hands out what is due, and enters when it goes again unless ``OpenPayBank/delivered(_:status:now:)`` says otherwise.
    func dueNotifies() throws -> [NotifyDelivery] {
        var deliveries: [NotifyDelivery] = []
        for var notify in try books.notifies(dueBy: now, limit: Self.notifyBatch) {
            notify.tries += 1
            let wait = NotifySchedule.wait(afterTries: notify.tries, random: draw())
            notify.retryDelay = wait ?? 0
            notify.dueAt = wait.map { now + $0 }
            if wait == nil { notify.state = .givenUp }
            try books.update(notify)
            guard let delivery = try signed(notify) else { continue }
            try keep(delivery, of: notify)
            deliveries.append(delivery)
        }
        return deliveries
    }

    /// Enters what became of a try.
    func delivered(_ id: String, status: Int?) throws {
        try keepDelivered(id, status: status)
        guard var notify = try books.notify(id), notify.state == .waiting || notify.state == .givenUp else { return }
        notify.lastStatus = status.map(Int64.init)
        switch status {
        case .some(200...299):
            notify.copies -= 1
            let isDone = notify.copies <= 0
            notify.state = isDone ? .done : .waiting
            notify.dueAt = isDone ? nil : now + Self.gap
        case 410:
            notify.state = .ended
            notify.dueAt = nil
            try books.endEndpoint(notify.url, of: notify.merchant, at: now)
        default:
            if notify.state == .waiting { notify.dueAt = now + notify.retryDelay }
        }
        try books.update(notify)
    }

    private func signed(_ notify: Notify) throws -> NotifyDelivery? {
        guard let address = WebAddress(notify.url) else { return nil }
        let body = Array(notify.body.utf8)
        let seconds = (now + skew - (notify.flaw == .stale ? Self.clockError : 0)) / 1000
        let covered = notify.flaw == .badlySigned ? body + [0x20] : body
        let isStrange = notify.flaw == .unknownKey
        var signatures = try (isStrange ? [try strangerKeys().signing] : notifyKeys()).map { key in
            try StandardWebhook.sign(id: notify.id, timestamp: seconds, body: covered, key: key)
        }
        if !isStrange, let merchant = try books.merchant(notify.merchant) {
            signatures += try notifySecrets(of: merchant).map { secret in
                StandardWebhook.sign(id: notify.id, timestamp: seconds, body: covered, secret: secret)
            }
        }
        var request = address.request(.post)
        request.headerFields[.contentType] = "application/json"
        request.headerFields[.webhookID] = notify.id
        request.headerFields[.webhookTimestamp] = String(seconds)
        request.headerFields[.webhookSignature] = signatures.joined(separator: " ")
        return NotifyDelivery(id: notify.id, url: notify.url, request: request, body: body, attempt: notify.tries)
    }
}
