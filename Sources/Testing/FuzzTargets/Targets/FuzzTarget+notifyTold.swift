// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import TillCore

extension FuzzTarget {
    /// A notify that the platform signed, whatever it says: the reading behind the proof.
    static let notifyTold = FuzzTarget(
        "notify-told", words: acquirerWords + ["payment.", "refund.", "\"type\"", "\"data\""]
    ) {
        input in
        let stamp = Till.now.milliseconds / 1000
        let signature = StandardWebhook.sign(id: "msg_1", timestamp: stamp, body: input, secret: Till.webhookSecret)
        let head = HTTPRequest(
            method: .post, scheme: "https", authority: "shop.example", path: "/notify/main",
            headerFields: [.webhookID: "msg_1", .webhookTimestamp: "\(stamp)", .webhookSignature: signature])
        do throws(ProviderError) {
            let reading = try Till.provider.readNotify(Notify(head: head, body: input), at: Till.moment)
            return .of(fault(of: reading, told: input), otherwise: .read)
        } catch {
            if case .forged(let why) = error { return .broken("a signed notify was not believed: \(why)") }
            return .of(Sentence.fault(of: "\(error)"), otherwise: .refused)
        }
    }

    /// What of a reading is not in the notify; nil if all is.
    private static func fault(of reading: NotifyReading, told body: [UInt8]) -> String? {
        guard reading.id == "msg_1" else { return "the notify's id changed" }
        guard let word = reading.word else { return nil }
        guard let message = Claim(body) else {
            if case .payment(_, .paid(let payment)) = word { return Claim.fault(of: payment.amount, in: body) }
            return nil
        }
        guard let claim = message.told else { return "a word was taken out of a message without data" }
        switch word {
        case .payment(let reference, let outcome):
            guard claim.text("order_no") == reference.text else { return "the order's number changed" }
            return fault(of: outcome, claim)
        case .refund(let id, let outcome, let report):
            guard claim.text("refund_no") == id.text else { return "the refund's number changed" }
            if let report, !claim.says("amount", report.amount) { return "the refund's amount changed" }
            let isDone = claim.text("status") == "done"
            return (outcome == .done) == isDone ? nil : "a refund's word changed to \(outcome)"
        default:
            return "a word that this acquirer never says: \(word)"
        }
    }

    private static func fault(of outcome: Outcome, _ claim: Claim) -> String? {
        switch outcome {
        case .paid(let payment): claim.fault(ofPaid: payment)
        case .refused: claim.faultOfOver()
        case .pending(nil): claim.text("status") == "paid" ? "paid was taken for pending" : nil
        case .pending: "a code was taken out of a notify"
        case .unseen: "a notify is of something, and nothing was seen"
        }
    }

    /// Words of the acquirer's language.
    static let acquirerWords = [
        "\"id\":", "\"order_no\":", "\"status\":", "\"amount\":", "\"paid_amount\":", "\"paid_at\":", "\"expires_at\":",
        "\"code\":", "\"value\":", "\"currency\":", "\"CNY\"", "\"JPY\"", "\"KWD\"", "\"paid\"", "\"pending\"",
        "\"created\"", "\"closed\"", "\"cancelled\"", "\"failed\"", "\"done\"", "\"unknown\"", "\"refund_no\":",
        "\"payment\":", "\"\(Till.order)\"", "\"\(Till.refundNumber)\"", "\"pay_7\"", "1250", "1250.0", "1.25e3",
        "12.50", "100000000001", "\"2026-01-01T07:59:58.5+08:00\"",
    ]
}
