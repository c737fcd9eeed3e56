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
        guard OpenPayName.isNumber(refund.refund_no) else {
            throw .unreadable("data.refund_no is no refund number")
        }
        return .refund(RefundID(refund.refund_no), OpenPayOutcome.outcome(of: refund))
    }
}
