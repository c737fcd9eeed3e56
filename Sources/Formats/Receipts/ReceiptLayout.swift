// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Lays the content of a slip out in lines for a number of columns.
///
/// ```
/// possibly a duplicate       only if it may be one
/// order id                   so that torn paper is recognised
/// merchant
/// COPY n                     only on a copy
/// PAID / REFUND / SCAN TO PAY
/// amount                     never shortened
/// ------------------------
/// subject, code or rows
/// ------------------------
/// order id
/// ```
package struct ReceiptLayout: Sendable {
    /// Cells of a line.
    package let columns: Int
    private let words: ReceiptWords

    /// The fewest columns that a slip is laid out for: the longest amount and its currency.
    package static let fewestColumns = 20

    /// Takes the width of the paper in cells and the language.
    package init(columns: Int, words: ReceiptWords = .english) {
        self.columns = max(columns, Self.fewestColumns)
        self.words = words
    }

    /// Lays a slip out.
    ///
    /// - Parameters:
    ///   - receipt: what it says.
    ///   - payBefore: until when the code of a code slip can be paid.
    package func lines(for receipt: Receipt, payBefore: Timestamp? = nil) -> [SlipLine] {
        var lines = warning(receipt)
        lines += centred(orderLine(receipt))
        lines.append(.blank)
        lines += merchant(receipt)
        lines += headline(receipt)
        lines += subject(receipt)
        switch receipt.kind {
        case .code: lines += code(receipt, payBefore: payBefore)
        case .sale, .copy, .refund: lines += rows(receipt)
        }
        lines.append(.rule)
        if case .sale = receipt.kind { lines += centred(words.thanks) }
        lines += centred(orderLine(receipt))
        return lines
    }

    private func orderLine(_ receipt: Receipt) -> String {
        let id = SlipText.clean(receipt.order.text)
        let labelled = "\(words.labels.order) \(id)"
        // The printer's own letters are used for the line that tells torn slips apart.
        let isPlain = labelled.allSatisfy(\.isASCII) && CellWidth.of(labelled) <= columns
        return isPlain ? labelled : id
    }

    private func warning(_ receipt: Receipt) -> [SlipLine] {
        guard receipt.mayBeDuplicate else { return [] }
        let large = SlipText.wrapped(words.duplicate, to: columns / 2).map { line in
            centred(line, size: .large, bold: true)
        }
        let small = SlipText.wrapped(words.interrupted, to: columns).map { line in
            centred(line, size: .tall, bold: true)
        }
        return large + small + [.rule]
    }

    private func merchant(_ receipt: Receipt) -> [SlipLine] {
        let name = SlipText.clean(receipt.merchantName)
        if CellWidth.of(name) * 2 <= columns { return centred(name, size: .large) }
        return SlipText.wrapped(name, to: columns, lines: 2).map { centred($0, size: .tall, bold: true) }
    }

    private func headline(_ receipt: Receipt) -> [SlipLine] {
        var lines: [SlipLine] = [.blank]
        switch receipt.kind {
        case .sale: lines += fitted(words.paid)
        case .refund: lines += fitted(words.refund)
        case .copy(let number): lines += fitted("\(words.copy) \(number)") + fitted(words.paid)
        case .code: lines += fitted(words.scanToPay)
        }
        return lines + amount(receipt.amount) + [.blank]
    }

    private func amount(_ amount: Money) -> [SlipLine] {
        fitted("\(amount.currency.code) \(amount.decimalString)")
    }

    /// A line as large as it fits; one that does not fit is broken, never cut.
    private func fitted(_ text: String) -> [SlipLine] {
        if CellWidth.of(text) * 2 <= columns { return [centred(text, size: .large, bold: true)] }
        return SlipText.wrapped(text, to: columns).map { centred($0, size: .tall, bold: true) }
    }

    private func subject(_ receipt: Receipt) -> [SlipLine] {
        let subject = SlipText.clean(receipt.subject)
        guard !subject.isEmpty else { return [] }
        return [.rule]
            + SlipText.wrapped(subject, to: columns, lines: 3).map {
                .text($0, indent: 0, size: .normal, bold: false)
            }
    }

    private func code(_ receipt: Receipt, payBefore: Timestamp?) -> [SlipLine] {
        var lines: [SlipLine] = []
        if let payload = receipt.codePayload, !payload.isEmpty { lines.append(.code(payload: payload)) }
        if let payBefore {
            let time = CivilTime(payBefore, utcOffsetSeconds: receipt.utcOffsetSeconds)
            let text = words.payBefore.joined(separator: time.hourAndMinute)
            lines += SlipText.wrapped(text, to: columns).map { centred($0, size: .tall, bold: true) }
        }
        lines += centred(words.noProof)
        lines.append(.blank)
        lines += row(words.labels.date, time(receipt))
        lines += row(words.labels.terminal, receipt.terminal.text)
        return lines
    }

    private func rows(_ receipt: Receipt) -> [SlipLine] {
        let labels = words.labels
        let account = receipt.kind == .refund ? labels.refundAccount : labels.account
        return [.rule] + row(labels.date, time(receipt))
            + row(account, receipt.account)
            + row(labels.terminal, receipt.terminal.text)
            + row(labels.reference, receipt.attemptReference)
            + row(labels.acquirerReference, receipt.acquirerReference)
    }

    private func time(_ receipt: Receipt) -> String {
        CivilTime(receipt.at, utcOffsetSeconds: receipt.utcOffsetSeconds).dateAndTime
    }

    /// A label at the left and its value at the right; a value that needs more room gets lines of
    /// its own, because a reference with a part missing is none.
    private func row(_ label: String, _ value: String?) -> [SlipLine] {
        let value = SlipText.clean(value ?? "")
        guard !value.isEmpty else { return [] }
        let gap = columns - CellWidth.of(label) - CellWidth.of(value)
        if gap >= 2 || (gap == 1 && columns < 40) {
            let text = label + String(repeating: " ", count: gap) + value
            return [.text(text, indent: 0, size: .normal, bold: false)]
        }
        return [.text(label, indent: 0, size: .normal, bold: false)]
            + SlipText.chunks(of: value, cells: columns).map { chunk in
                .text(chunk, indent: columns - CellWidth.of(chunk), size: .normal, bold: false)
            }
    }

    private func centred(_ text: String, size: SlipSize = .normal) -> [SlipLine] {
        let cells = columns / size.widthFactor
        return SlipText.chunks(of: text, cells: cells).map { centred($0, size: size, bold: false) }
    }

    private func centred(_ text: String, size: SlipSize, bold: Bool) -> SlipLine {
        let free = columns - CellWidth.of(text) * size.widthFactor
        return .text(text, indent: max(free / 2, 0), size: size, bold: bold)
    }
}
