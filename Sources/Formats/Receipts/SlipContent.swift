// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// What one slip says: the fields of a layout and their texts.
package struct SlipContent: Sendable {
    /// The section of the layout that sets it.
    package let section: String
    /// The texts; a field that is missing or empty leaves its line out.
    package var fields: [SlipField: String]
    /// What `each` goes through.
    package var lists: [SlipList: [[SlipField: String]]]
    /// What ``SlipField/amountWithSign`` is made of.
    package var amount: Money?

    /// Puts content together.
    package init(
        section: String, fields: [SlipField: String], lists: [SlipList: [[SlipField: String]]] = [:],
        amount: Money? = nil
    ) {
        self.section = section
        self.fields = fields
        self.lists = lists
        self.amount = amount
    }

    /// An amount as slips write it: the code of the currency and then the digits.
    package static func text(_ money: Money) -> String { "\(money.currency.code) \(money.decimalString)" }

    /// What a flag says when it is set.
    static let set = "1"
}

extension SlipContent {
    /// The content of a receipt.
    ///
    /// - Parameters:
    ///   - receipt: what it says.
    ///   - payBefore: until when the code of a code slip can be paid.
    package init(_ receipt: Receipt, payBefore: Timestamp? = nil) {
        let time = CivilTime(receipt.at, utcOffsetSeconds: receipt.utcOffsetSeconds)
        var fields: [SlipField: String] = [
            .merchant: receipt.merchantName, .terminal: receipt.terminal.text, .order: receipt.order.text,
            .subject: receipt.subject, .amount: Self.text(receipt.amount), .date: time.date, .time: time.timeOfDay,
            .clock: time.hourAndMinute,
        ]
        fields[.account] = receipt.account
        fields[.reference] = receipt.attemptReference
        fields[.acquirerReference] = receipt.acquirerReference
        if receipt.mayBeDuplicate { fields[.duplicate] = Self.set }
        if let refunded = receipt.refunded, !refunded.isZero {
            fields[.refunded] = Self.text(refunded)
            if refunded.minorUnits >= receipt.amount.minorUnits { fields[.refundedWhole] = Self.set }
        }
        if let payBefore {
            fields[.payBefore] = CivilTime(payBefore, utcOffsetSeconds: receipt.utcOffsetSeconds).hourAndMinute
        }
        let section: String
        switch receipt.kind {
        case .sale: section = "sale"
        case .copy(let number):
            section = "copy"
            fields[.number] = String(number)
        case .refund: section = "refund"
        case .code:
            section = "code"
            fields[.code] = receipt.codePayload
        }
        self.init(section: section, fields: fields, amount: receipt.amount)
    }

    /// The content of a day slip, or of the block that ends a day on a journal's roll.
    package init(_ day: DaySlip, onJournal: Bool = false) {
        var fields: [SlipField: String] = [
            .merchant: day.merchantName, .terminal: day.terminal.text, .day: day.day.description,
            .count: String(day.count),
        ]
        fields[.first] = day.firstNumber.map { String($0) }
        fields[.last] = day.lastNumber.map { String($0) }
        fields[.head] = day.chainHead
        if day.refundCount > 0 { fields[.refundCount] = String(day.refundCount) }
        let time = CivilTime(day.at, utcOffsetSeconds: day.utcOffsetSeconds)
        fields[.date] = time.date
        fields[.time] = time.timeOfDay
        fields[.clock] = time.hourAndMinute
        let accounts = day.accounts.map { line -> [SlipField: String] in
            [.account: line.account, .count: String(line.count), .total: Self.text(line.total)]
        }
        self.init(
            section: onJournal ? "journal_day" : "day", fields: fields,
            lists: [
                .accounts: accounts, .sums: day.sums.map { [.total: Self.text($0)] },
                .refundSums: day.refundSums.map { [.total: Self.text($0)] },
            ])
    }

    /// The content of an agreement slip.
    package init(_ slip: AgreementSlip) {
        let time = CivilTime(slip.at, utcOffsetSeconds: slip.utcOffsetSeconds)
        var fields: [SlipField: String] = [
            .merchant: slip.merchantName, .terminal: slip.terminal.text, .agreement: slip.agreement,
            .subject: slip.subject, .date: time.date, .time: time.timeOfDay, .clock: time.hourAndMinute,
        ]
        fields[.account] = slip.account
        fields[.payer] = slip.payer
        fields[.acquirerReference] = slip.acquirerReference
        fields[.limit] = slip.limit.map(Self.text)
        fields[.dayLimit] = slip.dayLimit.map(Self.text)
        fields[.payBefore] = slip.lastsUntil.map { CivilTime($0, utcOffsetSeconds: slip.utcOffsetSeconds).date }
        switch slip.state {
        case .unsigned(let payload):
            fields[.unsigned] = Self.set
            fields[.code] = payload
        case .signed: break
        case .ended: fields[.ended] = Self.set
        }
        if slip.mayBeDuplicate { fields[.duplicate] = Self.set }
        self.init(section: "agreement", fields: fields)
    }
}
