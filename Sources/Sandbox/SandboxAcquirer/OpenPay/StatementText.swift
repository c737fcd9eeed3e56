// SPDX-License-Identifier: Apache-2.0

/// A statement as the wire carries it: a header, and a line for each movement of money.
///
/// Source: RFC 4180; OpenPay, section 2.
struct StatementText {
    /// What the first line says.
    static let header = "kind,order_no,payment_id,refund_no,refund_id,amount,currency,at,terminal"
    /// `text/csv`. Source: RFC 4180, section 3.
    static let type = "text/csv; charset=utf-8; header=present"

    /// UTF-8.
    private(set) var bytes = Array((header + "\r\n").utf8)
    /// Where each line after the header begins.
    private(set) var starts: [Int] = []

    /// Adds a line as the entry's script wants it: not at all, with another amount, or with a stranger behind it.
    mutating func add(_ entry: StatementEntry) {
        guard entry.refund == nil, let script = entry.script else { return write(entry) }
        var shown = entry
        if script.has(.statementDifferent) { shown.amount.value += shown.amount.value > 1 ? -1 : 1 }
        if !script.has(.statementShort) { write(shown) }
        guard script.has(.statementLong) else { return }
        var stranger = entry
        // Made of the payment's number, so that the statement says the same each time.
        let tail = String(entry.payment.suffix(20))
        stranger.orderNo = "NEVER-\(tail)"
        stranger.payment = "pay_NEVER-\(tail)"
        write(stranger)
    }

    /// The statement without its last line, or without the end of its header when there is no other.
    var cut: [UInt8] { Array(bytes[..<(starts.last ?? Self.header.utf8.count - 1)]) }

    private mutating func write(_ entry: StatementEntry) {
        starts.append(bytes.count)
        let fields = [
            entry.refund == nil ? "payment" : "refund", entry.orderNo, entry.payment, entry.refund?.number ?? "",
            entry.refund?.id ?? "", String(entry.amount.value), entry.amount.currency, RFC3339.text(entry.at),
            Self.quoted(entry.terminal),
        ]
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: field.utf8)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// A terminal's id is free text; every other field is made of letters, digits, "-", "_", ":" and ".".
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { !"\",\r\n".utf8.contains($0) }
        return isPlain
            ? text
            : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
