// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore

/// Reads a statement, all of it or nothing: a line that cannot be read is money that would be overlooked.
///
/// Source: OpenPay, section 2; RFC 4180.
enum StatementReader {
    /// The longest statement that is read, in bytes.
    static let longest = 32 << 20
    /// The most lines that are read, the header not counted.
    static let mostLines = 400_000
    /// What the first line has to say; the last of them may be left out.
    static let columns = [
        "kind", "order_no", "payment_id", "refund_no", "refund_id", "amount", "currency", "at", "terminal",
    ]
    /// How many columns a statement may have.
    static let widths = 8...9

    /// Reads the lines in their order.
    ///
    /// - Throws: ``ProviderError/unreadable(_:)`` that names line and column.
    static func lines(of bytes: [UInt8]) throws(ProviderError) -> [StatementLine] {
        var records = StatementRecords(bytes)
        guard let header = try records.next() else { throw .unreadable("line 1 is not there") }
        for column in header.fields.indices where header.text(column) != columns[column] {
            throw header.fault(column, "is not \"\(columns[column])\"")
        }
        var lines: [StatementLine] = []
        while let record = try records.next() {
            guard lines.count < mostLines else {
                throw .unreadable("more than \(mostLines) lines")
            }
            lines.append(try line(record))
        }
        return lines
    }

    private static func line(_ record: StatementRecord) throws(ProviderError) -> StatementLine {
        StatementLine(
            kind: try kind(record), orderNumber: try name(record, 1),
            acquirerReference: try name(record, 2), amount: try money(record),
            at: try time(record), terminal: terminal(record))
    }

    private static func kind(_ record: StatementRecord) throws(ProviderError) -> StatementLineKind {
        switch record.text(0) {
        case "payment":
            for column in 3...4 where !record.bytes(column).isEmpty {
                throw record.fault(column, "is not empty in a payment")
            }
            return .payment
        case "refund":
            return .refund(number: try name(record, 3), acquirerReference: try name(record, 4))
        default: throw record.fault(0, "is neither payment nor refund")
        }
    }

    private static func name(_ record: StatementRecord, _ column: Int) throws(ProviderError)
        -> String
    {
        let text = record.text(column)
        guard OpenPayName.isNumber(text) else {
            throw record.fault(column, "is not 1 to 64 letters, digits, - and _")
        }
        return text
    }

    private static func money(_ record: StatementRecord) throws(ProviderError) -> Money {
        let digits = record.bytes(5)
        guard (1...18).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (48...57).contains($0) })
        else { throw record.fault(5, "is no whole number of minor units above zero") }
        guard let currency = Currency(record.text(6)) else {
            throw record.fault(6, "is no currency that ISO 4217 lists")
        }
        do throws(MoneyError) {
            return try Money(
                checking: digits.reduce(0) { $0 * 10 + Int64($1 - 48) }, currency)
        } catch {
            throw record.fault(5, "\(error)")
        }
    }

    private static func time(_ record: StatementRecord) throws(ProviderError) -> Timestamp {
        guard let time = RFC3339.time(record.text(7)) else {
            throw record.fault(7, "is no time with an offset")
        }
        return time
    }

    /// A field that is empty, or all spaces, names no terminal.
    private static func terminal(_ record: StatementRecord) -> TerminalID? {
        guard record.fields.count == columns.count else { return nil }
        let text = record.text(columns.count - 1)
        return text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? nil : TerminalID(text)
    }
}
