// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import TillCore

/// Reads what the platform tells unasked.
///
/// Source: OpenPay, section 4; Standard Webhooks 1.0.0.
struct OpenPayNotify: Sendable {
    /// The longest notify that is read, in bytes.
    static let longest = 256 * 1024
    /// How far a notify's time may lie before or after ours, in seconds.
    static let tolerance: Int64 = 300

    /// Whose account it is.
    let merchant: String
    /// Shared secrets, for `v1`.
    let secrets: [[UInt8]]
    /// Keys of the platform, for `v1a`.
    let keys: [VerifyingKey]

    /// Proves a notify over its bytes, then reads it.
    ///
    /// What a payment's notify says is its resource's status; the type only says what kind of
    /// resource it is.
    func read(_ notify: Notify, at moment: Moment) throws(ProviderError) -> NotifyReading {
        let id: String
        do throws(SigningError) {
            id = try StandardWebhook.verify(
                fields: notify.head.headerFields, body: notify.body, secrets: secrets, keys: keys,
                now: moment.now.seconds, tolerance: Self.tolerance
            ).id
        } catch {
            throw .forged("a notify, \(error)")
        }
        guard notify.body.count <= Self.longest else {
            throw .unreadable(
                "a notify of \(notify.body.count) bytes; \(Self.longest) are the most")
        }
        let kind = try OpenPayMessages.read(OpenPayMessages.NotifyKind.self, from: notify.body)
        if kind.type.hasPrefix("payment.") {
            return NotifyReading(id: id, word: try payment(notify.body))
        }
        if kind.type.hasPrefix("refund.") {
            return NotifyReading(id: id, word: try refund(notify.body))
        }
        return NotifyReading(id: id, word: nil)
    }

    private func payment(_ body: [UInt8]) throws(ProviderError) -> NotifyWord {
        let payment = try OpenPayMessages.read(
            OpenPayMessages.Notify<OpenPayMessages.Payment>.self, from: body
        ).data
        if let owner = foreign(payment.merchant) {
            return .foreign(
                subject:
                    "payment \(Self.shown(payment.id)) of order \(Self.shown(payment.order_no)), which is merchant \(owner)'s"
            )
        }
        guard OpenPayName.isNumber(payment.order_no) else {
            throw .unreadable("data.order_no is no order number")
        }
        // What was asked is not known here, so no code is taken from a notify.
        let outcome = try OpenPayOutcome.outcome(of: payment, asking: nil)
        return .payment(AttemptReference(payment.order_no), outcome)
    }

    private func refund(_ body: [UInt8]) throws(ProviderError) -> NotifyWord {
        let refund = try OpenPayMessages.read(
            OpenPayMessages.Notify<OpenPayMessages.Refund>.self, from: body
        ).data
        if let owner = foreign(refund.merchant) {
            return .foreign(
                subject: "refund \(Self.shown(refund.refund_no)), which is merchant \(owner)'s")
        }
        guard OpenPayName.isNumber(refund.refund_no) else {
            throw .unreadable("data.refund_no is no refund number")
        }
        return .refund(
            RefundID(refund.refund_no), OpenPayOutcome.outcome(of: refund), try report(of: refund))
    }

    /// What went back, and from which payment; nil if the platform does not say.
    private func report(of refund: OpenPayMessages.Refund) throws(ProviderError) -> RefundReport? {
        guard let id = refund.id, let payment = refund.payment else { return nil }
        return RefundReport(
            acquirerReference: try OpenPayName.idOfTheirs(id),
            payment: try OpenPayName.idOfTheirs(payment), amount: try refund.amount.money())
    }

    /// The merchant that it concerns, fit for people, if that is another one; nil if it is ours, or unsaid.
    private func foreign(_ owner: String?) -> String? {
        guard let owner, owner != merchant else { return nil }
        return Self.shown(owner)
    }

    private static func shown(_ text: String) -> String { OpenPayName.shown(text, longest: 64) }
}
