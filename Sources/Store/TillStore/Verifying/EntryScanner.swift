// SPDX-License-Identifier: Apache-2.0

import TillCore

/// Reads the commonest entries of the journal in the one spelling in which the ledger writes them.
///
/// It knows nothing that `JSONDecoder` does not; what it does not recognise to the last byte is
/// nil, and is read by the decoder. A long journal is verified several times as fast with it.
struct EntryScanner {
    private var rest: Substring.UTF8View

    private init(_ text: String) { rest = Substring(text).utf8 }

    /// What an entry says; nil if it is not of the commonest or is spelt otherwise.
    static func entry(_ text: String) -> JournalEntry? {
        var scanner = EntryScanner(text)
        if scanner.take(#"{"opened":{"_0":{"#) {
            let draft = scanner.draft()
            return scanner.take("}}}") && scanner.rest.isEmpty ? draft.map { .opened($0) } : nil
        }
        guard scanner.take(#"{"recorded":{"_0":{""#) else { return nil }
        let fact = scanner.fact()
        return scanner.take("}}}") && scanner.rest.isEmpty ? fact.map { .recorded($0) } : nil
    }

    /// A draft without metadata, for less than which nothing can be sold.
    private mutating func draft() -> SaleDraft? {
        guard take(#""account":"#), let account = text(), take(#","amount":"#), let amount = money(), !amount.isZero,
            take(#","attempt":"#), let attempt = text(), take(#","deadline":"#), let deadline = number(),
            take(#","expiresAt":"#), let expiresAt = number(), take(#","id":"#), let id = text(),
            take(#","lateMoney":"#), let late = text(), let lateMoney = LateMoney(rawValue: late),
            take(#","metadata":{}"#)
        else { return nil }
        var reference: String?
        if take(#","reference":"#) {
            guard let text = text() else { return nil }
            reference = text
        }
        guard take(#","slips":"#), let slips = slips(), take(#","subject":"#), let subject = text(),
            take(#","terminal":"#), let terminal = text()
        else { return nil }
        return SaleDraft(
            id: OrderID(id), attempt: AttemptReference(attempt), terminal: TerminalID(terminal), reference: reference,
            amount: amount, subject: subject, account: AccountID(account),
            deadline: Timestamp(milliseconds: deadline), expiresAt: Timestamp(milliseconds: expiresAt), slips: slips,
            lateMoney: lateMoney)
    }

    private mutating func slips() -> SlipPolicy? {
        for code in [false, true] {
            for receipt in [true, false] {
                let policy = SlipPolicy(receipt: receipt, code: code)
                if take(PartSpelling.text(of: policy)) { return policy }
            }
        }
        return nil
    }

    private mutating func fact() -> OrderFact? {
        if take(#"attempt":{"_0":"#) {
            guard let reference = text(), take(#","_1":{""#), let fact = attemptFact(), take("}}") else { return nil }
            return .attempt(AttemptReference(reference), fact)
        }
        if take(#"print":{"_0":"#) {
            guard let job = text(), take(#","_1":{""#), let fact = printFact(), take("}}") else { return nil }
            return .print(PrintID(job), fact)
        }
        return nil
    }

    private mutating func attemptFact() -> AttemptFact? {
        if take(#"asking":{}"#) { return .asking }
        if take(#"notSent":{}"#) { return .notSent }
        if take(#"answerLost":{}"#) { return .answerLost }
        if take(#"closeConfirmed":{}"#) { return .closeConfirmed }
        if take(#"watchOver":{}"#) { return .watchOver }
        if take(#"codeIssued":{"_0":{"#) {
            guard let code = code(), take("}}") else { return nil }
            return .codeIssued(code)
        }
        guard take(#"outcome":{"_0":{"paid":{"_0":{"acquirerReference":"#), let reference = text(),
            take(#","amount":"#), let amount = money()
        else { return nil }
        var paidAt: Timestamp?
        if take(#","paidAt":"#) {
            guard let time = number() else { return nil }
            paidAt = Timestamp(milliseconds: time)
        }
        guard take(#"}}},"_1":"#), let word = text(), let source = FactSource(rawValue: word), take("}") else {
            return nil
        }
        return .outcome(.paid(Payment(acquirerReference: reference, amount: amount, paidAt: paidAt)), source)
    }

    private mutating func printFact() -> PrintFact? {
        if take(#"started":{}"#) { return .started }
        if take(#"noted":{"_0":"#) {
            guard let beginning = beginning(), take("}") else { return nil }
            return .noted(beginning)
        }
        if take(#"nothingPrinted":{}"#) { return .nothingPrinted }
        if take(#"torn":{}"#) { return .torn }
        if take(#"interrupted":{}"#) { return .interrupted }
        if take(#"finished":{"confirmed":true}"#) { return .finished(confirmed: true) }
        if take(#"finished":{"confirmed":false}"#) { return .finished(confirmed: false) }
        return nil
    }

    private mutating func beginning() -> PrintBeginning? {
        guard take(#"{"cuts":"#), let cuts = number() else { return nil }
        var before: Int64?
        if take(#","cutsBefore":"#) {
            guard let number = number() else { return nil }
            before = number
        }
        var mark: String?
        if take(#","mark":"#) {
            guard let text = text() else { return nil }
            mark = text
        }
        guard take("}") else { return nil }
        return PrintBeginning(cutsBefore: before.map { Int($0) }, cuts: Int(cuts), mark: mark)
    }

    private mutating func code() -> PaymentCode? {
        var reference: String?
        var expiresAt: Timestamp?
        if take(#""acquirerReference":"#) {
            guard let text = text(), take(",") else { return nil }
            reference = text
        }
        if take(#""expiresAt":"#) {
            guard let time = number(), take(",") else { return nil }
            expiresAt = Timestamp(milliseconds: time)
        }
        guard take(#""payload":"#), let payload = text() else { return nil }
        return PaymentCode(payload, acquirerReference: reference, expiresAt: expiresAt)
    }

    private mutating func money() -> Money? {
        guard take(#"{"currency":"#), let code = text(), let currency = Currency(code), take(#","value":"#),
            let value = number(), take("}")
        else { return nil }
        return try? Money(checking: value, currency)
    }

    // MARK: Pieces

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    /// A text without escapes.
    private mutating func text() -> String? {
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        let body = rest.dropFirst()
        guard let end = body.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }),
            body[end] == UInt8(ascii: "\"")
        else { return nil }
        let text = String(Substring(body[..<end]))
        rest = body[body.index(after: end)...]
        return text
    }

    /// A whole number of at most 18 digits, without a sign or leading zeros.
    private mutating func number() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 19 {
            value = value &* 10 &+ Int64(byte - UInt8(ascii: "0"))
            rest = rest.dropFirst()
            count += 1
            if count > 1, value < 10 { return nil }
        }
        return (1...18).contains(count) ? value : nil
    }
}
