// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import TillCore

extension FuzzTarget {
    /// What the platform says and signs, whatever it is: the reading behind the proof.
    ///
    /// The first line is what was asked and the status of the answer, such as `query 200`; the
    /// same is answered to every request of the conversation.
    static let replySigned = FuzzTarget(
        "reply-signed",
        words: acquirerWords + [
            "create ", "query ", "close ", "refund ", "query-refund ", " 200\n", " 404\n", " 409\n", " 422\n", " 429\n",
            " 500\n", " 503\n", "\"title\":", "\"detail\":", "\"outcome\":", "\"not_done\"", "\"not_found\"",
            "\"already_paid\"", "\"already_closed\"", "\"order_conflict\"", "\"rate_limited\"", "\"maintenance\"",
            "\"internal\"", "\"clock_skew\"", "\"retry_after_ms\":",
        ]
    ) { input in
        let end = input.firstIndex(of: UInt8(ascii: "\n")) ?? input.endIndex
        let line = String(decoding: input[..<end], as: UTF8.self).split(separator: " ")
        guard line.count == 2, let status = Int(line[1]), (100...999).contains(status) else { return .refused }
        let said = Said(status: status, body: Array(input.dropFirst(end + 1)))
        switch line[0] {
        case "create": return said.heard(after: Till.creating)
        case "query": return said.heard(after: Till.querying)
        case "close": return said.heard(after: Till.closing)
        case "refund": return said.heard(after: Till.refunding)
        case "query-refund": return said.heard(after: Till.queryingRefund)
        default: return .refused
        }
    }
}

/// What the platform says to everything that it is asked.
private struct Said {
    let status: Int
    let body: [UInt8]

    /// The most round trips that one question may come to.
    private static let mostTrips = 4

    /// Holds a conversation and compares what was understood with what was said.
    func heard<Answer>(after opening: Till.Opening<Answer>) -> Verdict {
        do throws(ProviderError) {
            var exchange = try opening.read(try reply(to: opening.request), Till.moment)
            for _ in 1..<Self.mostTrips {
                guard case .send(let make, let read) = exchange else { break }
                exchange = try read(try reply(to: try make(Till.moment)), Till.moment)
            }
            guard case .answered(let answer) = exchange else { return .broken("a question without an end") }
            return .of(fault(of: answer), otherwise: .read)
        } catch {
            if case .forged(let why) = error { return .broken("a signed reply was not believed: \(why)") }
            return .of(Sentence.fault(of: "\(error)"), otherwise: .refused)
        }
    }

    private func reply(to request: ProviderRequest) throws(ProviderError) -> ProviderReply {
        do throws(SigningError) {
            return try Till.reply(status, body, to: request)
        } catch {
            preconditionFailure("the platform's own signature: \(error)")
        }
    }

    /// What of an answer was not said; nil if all was.
    private func fault(of answer: some Sendable) -> String? {
        guard let claim = Claim(body) else { return Claim.fault(of: money(of: answer), in: body) }
        let isProblem = status >= 400
        switch answer {
        case let creation as Creation: return isProblem ? "a problem was believed" : fault(of: creation, claim)
        case let outcome as Outcome: return fault(of: outcome, claim)
        case let refund as RefundOutcome: return fault(of: refund, claim)
        case let closing as Closing: return fault(of: closing, claim)
        default: return "an answer of no kind"
        }
    }

    /// The money that an answer speaks of.
    private func money(of answer: some Sendable) -> Money? {
        switch answer {
        case let creation as Creation:
            switch creation {
            case .code: Till.attempt.amount
            case .outcome(let outcome): money(of: outcome)
            }
        case let outcome as Outcome:
            switch outcome {
            case .paid(let payment): payment.amount
            case .pending(let code): code.map { _ in Till.attempt.amount }
            default: nil
            }
        case let closing as Closing:
            if case .paid(let payment) = closing { payment.amount } else { nil }
        case let refund as RefundOutcome: refund == .done ? Till.refund.amount : nil
        default: nil
        }
    }

    private func fault(of creation: Creation, _ claim: Claim) -> String? {
        guard claim.text("order_no") == Till.order, claim.says("amount", Till.attempt.amount) else {
            return "a payment was believed to be ours that is not"
        }
        switch creation {
        case .code(let code): return fault(of: code, claim)
        case .outcome(let outcome): return fault(of: outcome, claim)
        }
    }

    private func fault(of code: PaymentCode, _ claim: Claim) -> String? {
        guard ["created", "pending"].contains(claim.text("status")) else { return "a code of a payment that is over" }
        guard claim.text("code") == code.payload else { return "the code changed" }
        return claim.says("amount", Till.attempt.amount) ? nil : "a code that asks the payer for another amount"
    }

    private func fault(of outcome: Outcome, _ claim: Claim) -> String? {
        switch outcome {
        case .unseen:
            return claim.text("code") == "not_found" && status >= 400 ? nil : "nothing was seen where something is"
        case .paid(let payment): return status < 300 ? claim.fault(ofPaid: payment) : "a problem was believed"
        case .refused: return claim.faultOfOver()
        case .pending(let code?): return fault(of: code, claim)
        case .pending(nil): return claim.text("status") == "paid" ? "paid was taken for pending" : nil
        }
    }

    private func fault(of refund: RefundOutcome, _ claim: Claim) -> String? {
        switch refund {
        case .unseen:
            return claim.text("code") == "not_found" && status >= 400 ? nil : "nothing was seen where something is"
        case .done, .pending, .refused:
            guard claim.text("refund_no") == Till.refundNumber, claim.says("amount", Till.refund.amount) else {
                return "a refund was believed to be ours that is not"
            }
            let isDone = claim.text("status") == "done"
            return (refund == .done) == isDone ? nil : "a refund's word changed to \(refund)"
        }
    }

    private func fault(of closing: Closing, _ claim: Claim) -> String? {
        switch closing {
        case .paid(let payment): return claim.fault(ofPaid: payment)
        case .closed: return claim.faultOfOver()
        case .notYet(let why): return Sentence.fault(of: why)
        }
    }
}
