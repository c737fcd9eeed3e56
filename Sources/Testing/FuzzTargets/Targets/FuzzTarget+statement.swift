// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Signing
import TillCore

extension FuzzTarget {
    /// A statement that the platform signed, whatever it is: the reading behind the proof.
    static let statement = FuzzTarget(
        "statement",
        words: [
            "kind,order_no,payment_id,refund_no,refund_id,amount,currency,at", ",terminal", "\r\n", "\r", "\n", ",",
            "\"",
            "\"\"", ",,,", "payment,", "refund,", "payment,A-1,pay_1,,,1,CNY,2025-12-31T09:30:00Z\r\n",
            "refund,A-1,pay_1,R-1,ref_1,1,CNY,2025-12-31T09:30:00Z\r\n", Till.order, Till.refundNumber, "pay_7",
            "ref_1",
            "1250", "1000000000000", "999999999999999999", "1000000000000000000", "CNY", "JPY", "KWD", "XXX", "T-0001",
            "2025-12-31T23:59:59.999Z", "T23:59:60Z", "+08:00", "-23:59", "0001-01-01", "\u{FEFF}", "\u{0}", " ",
        ], longest: 4096
    ) { input in
        do throws(ProviderError) {
            let reading = try read(input)
            guard case .statement(let statement) = reading else { return .broken("a statement was \"not yet\"") }
            guard statement.day == Till.day, statement.raw == input else { return .broken("the bytes were not kept") }
            if let fault = StatementJudge(input).fault(of: statement.lines) { return .broken(fault) }
            let written = StatementJudge.text(of: statement.lines)
            guard case .statement(let again) = try? read(written), again.lines == statement.lines else {
                return .broken("a statement that was written is not read as the same")
            }
            return .read
        } catch {
            guard case .unreadable(let why) = error else { return .broken("a signed statement was not read: \(error)") }
            // Whoever asks the acquirer has to know where to look.
            guard why.hasPrefix("line ") || why.hasPrefix("more than ") else {
                return .broken("no line is named: \(why)")
            }
            // What is refused for nothing is a day that nobody can ever prove.
            guard !StatementJudge(input).isSound else { return .broken("a sound statement was refused: \(why)") }
            return .of(Sentence.fault(of: "\(error)"), otherwise: .refused)
        }
    }

    private static func read(_ body: [UInt8]) throws(ProviderError) -> StatementReading {
        let reply: ProviderReply
        do throws(SigningError) {
            reply = try Till.reply(200, body, to: Till.fetchingStatement.request)
        } catch {
            preconditionFailure("the platform's own signature: \(error)")
        }
        guard case .answered(let reading) = try Till.fetchingStatement.read(reply, Till.moment) else {
            throw .noReply("a question without an end")
        }
        return reading
    }
}
