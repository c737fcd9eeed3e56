// SPDX-License-Identifier: Apache-2.0

import ProviderKit

/// Takes a statement apart into its lines and their fields.
///
/// It is strict: lines end in CR and LF, a quote stands at both ends of a field or nowhere, and each line has as many
/// fields as the first.
///
/// Source: RFC 4180, section 2.
struct StatementRecords {
    /// The longest field, in bytes.
    static let longestField = 128
    /// The longest name of a terminal, in bytes: 64 characters, whatever their script.
    static let longestTerminal = 256

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let carriageReturn: UInt8 = 0x0D
    private static let lineFeed: UInt8 = 0x0A

    private let bytes: [UInt8]
    private var at = 0
    private var line = 0
    /// How many fields the next line may have; the first line decides about the others.
    private var widths = StatementReader.widths

    /// Takes the bytes as they came.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next line; nil after the last.
    ///
    /// - Throws: ``ProviderError/unreadable(_:)`` that names line and column.
    mutating func next() throws(ProviderError) -> StatementRecord? {
        guard at < bytes.count else { return nil }
        line += 1
        var fields: [[UInt8]] = []
        fields.reserveCapacity(widths.upperBound)
        while true {
            let column = fields.count
            guard column < widths.upperBound else {
                throw .unreadable("line \(line), column \(column + 1) is one too many")
            }
            fields.append(try field(column))
            guard at < bytes.count, bytes[at] == Self.comma else { break }
            at += 1
        }
        guard widths.contains(fields.count) else {
            throw fault(fields.count, "is not there: a line has \(widths.lowerBound)")
        }
        try endLine(after: fields.count - 1)
        widths = fields.count...fields.count
        return StatementRecord(line: line, fields: fields)
    }

    /// The last line may end with the statement.
    private mutating func endLine(after column: Int) throws(ProviderError) {
        guard at < bytes.count else { return }
        guard bytes[at] == Self.carriageReturn, at + 1 < bytes.count, bytes[at + 1] == Self.lineFeed
        else { throw fault(column, "does not end in a comma, or in CR and LF") }
        at += 2
    }

    private mutating func field(_ column: Int) throws(ProviderError) -> [UInt8] {
        let isQuoted = at < bytes.count && bytes[at] == Self.quote
        let field = isQuoted ? try quoted(column) : try plain(column)
        guard String(validating: field, as: UTF8.self) != nil else {
            throw fault(column, "is not utf-8")
        }
        return field
    }

    private mutating func plain(_ column: Int) throws(ProviderError) -> [UInt8] {
        let start = at
        while at < bytes.count, !Self.endsPlain(bytes[at]) {
            guard bytes[at] != Self.quote else { throw fault(column, "has a quote within") }
            at += 1
            guard at - start <= Self.longest(column) else { throw tooLong(column) }
        }
        return Array(bytes[start..<at])
    }

    private mutating func quoted(_ column: Int) throws(ProviderError) -> [UInt8] {
        var field: [UInt8] = []
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == Self.quote {
                // Two quotes are one that belongs to the field.
                guard at < bytes.count, bytes[at] == Self.quote else { return field }
                at += 1
            }
            field.append(byte)
            guard field.count <= Self.longest(column) else { throw tooLong(column) }
        }
        throw fault(column, "has a quote that does not end")
    }

    private static func endsPlain(_ byte: UInt8) -> Bool {
        byte == comma || byte == carriageReturn || byte == lineFeed
    }

    private func tooLong(_ column: Int) -> ProviderError {
        fault(column, "is longer than \(Self.longest(column)) bytes")
    }

    private static func longest(_ column: Int) -> Int {
        column == StatementReader.widths.lowerBound ? longestTerminal : longestField
    }

    private func fault(_ column: Int, _ why: String) -> ProviderError {
        StatementRecord.fault(line, column, why)
    }
}
