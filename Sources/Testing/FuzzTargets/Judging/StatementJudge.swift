// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What a statement says, taken apart in another way than the provider does: quotes first, commas last.
struct StatementJudge {
    /// The fields of every line, the header's too; nil if it is no text of lines and fields.
    let rows: [[String]]?

    /// Takes the bytes as they came.
    init(_ bytes: [UInt8]) {
        rows = String(validating: bytes, as: UTF8.self).flatMap { Self.rows(Array($0.unicodeScalars)) }
    }

    /// What of the lines is not in the statement, or not as it stands there; nil if all is.
    func fault(of lines: [StatementLine]) -> String? {
        guard let rows, let header = rows.first else { return "what is no statement was read" }
        guard header == Self.columns || header == Self.columns + ["terminal"] else {
            return "a header was believed that is none: \(header.count) columns"
        }
        guard rows.count == lines.count + 1 else { return "\(rows.count - 1) lines became \(lines.count)" }
        for (row, line) in zip(rows.dropFirst(), lines) {
            guard row.count == header.count else { return "a line of \(row.count) fields was believed" }
            if let fault = fault(of: line, told: row) { return fault }
        }
        return fault(ofSumsOf: lines, rows.dropFirst())
    }

    private func fault(of line: StatementLine, told row: [String]) -> String? {
        guard Self.fields(of: line).prefix(7).elementsEqual(row.prefix(7)) else { return "a line changed" }
        guard let time = Self.milliseconds(row[7]), line.at.milliseconds == time else { return "a time changed" }
        let terminal = row.count > 8 && row[8].contains { $0 != " " } ? row[8] : nil
        guard line.terminal.map({ Array($0.text.utf8) }) == terminal.map({ Array($0.utf8) }) else {
            return "a terminal changed"
        }
        let isFree = [row[1], row[2]].contains { $0.isEmpty || $0.utf8.count > 64 }
        return isFree ? "a number was believed that is none" : nil
    }

    /// Adds up what stands there, digit by digit, and what was read.
    private func fault(ofSumsOf lines: [StatementLine], _ rows: ArraySlice<[String]>) -> String? {
        var told: [String: Int64] = [:]
        for row in rows {
            guard row[5].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let amount = Int64(row[5]) else {
                return "an amount was believed that is no whole number"
            }
            let (sum, isTooLarge) = told["\(row[0]) \(row[6])", default: 0].addingReportingOverflow(amount)
            // More than there is: what one line may say is bounded far below.
            guard !isTooLarge else { return "amounts were believed that do not add up" }
            told["\(row[0]) \(row[6])"] = sum
        }
        let read = lines.reduce(into: [String: Int64]()) { sums, line in
            let word = line.kind == .payment ? "payment" : "refund"
            sums["\(word) \(line.amount.currency.code)", default: 0] += line.amount.minorUnits
        }
        return told == read ? nil : "the sums changed"
    }

    /// The same lines, as the platform would write them.
    static func text(of lines: [StatementLine]) -> [UInt8] {
        let hasTerminals = lines.contains { $0.terminal != nil }
        let rows = lines.map { line in
            fields(of: line) + (hasTerminals ? [quoted(line.terminal?.text ?? "")] : [])
        }
        let header = columns + (hasTerminals ? ["terminal"] : [])
        return Array(([header] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    static let columns = [
        "kind", "order_no", "payment_id", "refund_no", "refund_id", "amount", "currency", "at",
    ]

    private static func fields(of line: StatementLine) -> [String] {
        let (kind, number, id) =
            switch line.kind {
            case .payment: ("payment", "", "")
            case .refund(let number, let reference): ("refund", number, reference)
            }
        return [
            kind, line.orderNumber, line.acquirerReference, number, id, "\(line.amount.minorUnits)",
            line.amount.currency.code, written(line.at.milliseconds),
        ]
    }

    private static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
    }
}

// MARK: - Rows

extension StatementJudge {
    /// Lines end in CR and LF outside of quotes; nil where a quote or an end of line stands that can be neither.
    private static func rows(_ scalars: [Unicode.Scalar]) -> [[String]]? {
        // Between quotes nothing ends, and two of them are none: what is left are the ends.
        var isQuoted = false
        var rows: [[[Unicode.Scalar]]] = [[[]]]
        var ended = true
        for (index, scalar) in scalars.enumerated() {
            ended = false
            if scalar == "\"" { isQuoted.toggle() }
            if isQuoted || scalar == "\"" {
                rows[rows.count - 1][rows[rows.count - 1].count - 1].append(scalar)
                continue
            }
            switch scalar {
            case ",": rows[rows.count - 1].append([])
            case "\r":
                guard index + 1 < scalars.count, scalars[index + 1] == "\n" else { return nil }
            case "\n":
                guard index > 0, scalars[index - 1] == "\r" else { return nil }
                rows.append([[]])
                ended = true
            default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(scalar)
            }
        }
        if ended { rows.removeLast() }
        let texts = rows.map { $0.map(text) }
        return isQuoted || texts.contains { $0.contains(nil) } ? nil : texts.map { $0.compactMap(\.self) }
    }

    /// A field without its quotes; nil if they do not stand at both ends, or not in pairs.
    private static func text(_ field: [Unicode.Scalar]) -> String? {
        var inner = field
        if field.first == "\"" {
            guard field.count >= 2, field.last == "\"" else { return nil }
            inner = []
            var rest = field.dropFirst().dropLast()
            while let scalar = rest.popFirst() {
                if scalar == "\"" { guard rest.popFirst() == "\"" else { return nil } }
                inner.append(scalar)
            }
        } else if field.contains("\"") {
            return nil
        }
        return String(String.UnicodeScalarView(inner))
    }
}

// MARK: - Times

extension StatementJudge {
    /// 2000 years are a whole number of the calendar's cycles of 400.
    private static let cycles: Int64 = 730_485 * 86_400_000

    /// The sandbox's reading of a time, which shares no code with the provider's.
    private static func milliseconds(_ text: String) -> Int64? {
        var bytes = Array(text.utf8)
        guard bytes.count >= 20, let year = Int(String(decoding: bytes.prefix(4), as: UTF8.self)) else { return nil }
        // RFC 3339 lets a space stand for the T.
        if bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
        // The sandbox reads a leap second as the second before it, the provider as the one after.
        let isLeap = bytes[17...18].elementsEqual("60".utf8)
        let isEarly = year < 2000
        if isEarly { bytes.replaceSubrange(0..<4, with: "\(year + 2000)".utf8) }
        return RFC3339.milliseconds(String(decoding: bytes, as: UTF8.self)).map {
            $0 + (isLeap ? 1000 : 0) - (isEarly ? cycles : 0)
        }
    }

    /// A time in UTC, or in an offset that keeps its year within four digits.
    private static func written(_ milliseconds: Int64) -> String {
        let last: Int64 = 253_402_300_799_999
        let first: Int64 = -62_135_596_800_000
        let day: Int64 = 86_340_000
        let shift = milliseconds > last ? -day : milliseconds < first ? day : 0
        let isEarly = milliseconds + shift < 0
        // Behind the last second of the last year there is one, which a leap second can name alone.
        let isLeap = milliseconds + shift > last
        let text = RFC3339.text(milliseconds + shift + (isEarly ? cycles : 0) - (isLeap ? 1000 : 0))
            .replacing("T23:59:59", with: isLeap ? "T23:59:60" : "T23:59:59")
        let offset = shift == 0 ? "Z" : shift > 0 ? "+23:59" : "-23:59"
        let year = (Int(text.prefix(4)) ?? 0) - (isEarly ? 2000 : 0)
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            + text.dropFirst(4).dropLast() + offset
    }
}
