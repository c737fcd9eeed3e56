// SPDX-License-Identifier: Apache-2.0

import TillCore

/// Spells the commonest parts of an order as the ledger's encoder does, only faster.
///
/// A spelling that differs costs time and nothing else: what is not equal is compared as values.
enum PartSpelling {
    /// A transaction's body; nil if a text in it needs escapes.
    static func text(of money: Transaction) -> String? {
        guard isPlain(money.key.acquirerReference), isPlain(money.key.account.text), isPlain(money.attempt.text) else {
            return nil
        }
        let paidAt = money.paidAt.map { #","paidAt":\#($0.milliseconds)"# } ?? ""
        return #"{"amount":\#(amount(money.amount)),"attempt":"\#(money.attempt)","fate":"\#(money.fate.rawValue)","#
            + #""key":{"account":"\#(money.key.account)","acquirerReference":"\#(money.key.acquirerReference)"},"#
            + #""learntAt":\#(money.learntAt.milliseconds)\#(paidAt),"source":"\#(money.source.rawValue)"}"#
    }

    /// A sale slip's body; nil for the others.
    static func text(of job: PrintJob) -> String? {
        guard job.kind == .sale, job.refund == nil, job.attempt == nil, isPlain(job.id.text),
            isPlain(job.beginning?.mark ?? "")
        else { return nil }
        let beginning = job.beginning.map { #""beginning":\#(text(of: $0)),"# } ?? ""
        return #"{\#(beginning)"id":"\#(job.id)","kind":{"sale":{}},"mayBeDuplicate":\#(job.mayBeDuplicate),"#
            + #""state":"\#(job.state.rawValue)"}"#
    }

    private static func text(of beginning: PrintBeginning) -> String {
        let before = beginning.cutsBefore.map { #","cutsBefore":\#($0)"# } ?? ""
        let mark = beginning.mark.map { #","mark":"\#($0)""# } ?? ""
        return #"{"cuts":\#(beginning.cuts)\#(before)\#(mark)}"#
    }

    /// A paid attempt's body; nil for the others.
    static func text(of attempt: PaymentAttempt) -> String? {
        guard attempt.state == .paid, attempt.watchedUntil == nil, isPlain(attempt.subject),
            isPlain(attempt.account.text), isPlain(attempt.reference.text)
        else { return nil }
        var code = ""
        if let issued = attempt.code {
            guard isPlain(issued.payload), isPlain(issued.acquirerReference ?? "") else { return nil }
            let reference = issued.acquirerReference.map { #""acquirerReference":"\#($0)","# } ?? ""
            let expires = issued.expiresAt.map { #""expiresAt":\#($0.milliseconds),"# } ?? ""
            code = #","code":{\#(reference)\#(expires)"payload":"\#(issued.payload)"}"#
        }
        return #"{"account":"\#(attempt.account)","amount":\#(amount(attempt.amount))\#(code),"#
            + #""expiresAt":\#(attempt.expiresAt.milliseconds),"reference":"\#(attempt.reference)","#
            + #""state":{"paid":{}},"subject":"\#(attempt.subject)"}"#
    }

    /// Which slips an order prints.
    static func text(of slips: SlipPolicy) -> String { #"{"code":\#(slips.code),"receipt":\#(slips.receipt)}"# }

    private static func amount(_ money: Money) -> String {
        #"{"currency":"\#(money.currency.code)","value":\#(money.minorUnits)}"#
    }

    /// Whether a text is spelt as it is.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F }
    }
}
