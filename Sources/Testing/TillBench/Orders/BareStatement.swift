// SPDX-License-Identifier: Apache-2.0

import CStore

/// A compiled statement.
final class BareStatement {
    private let compiled: OpaquePointer
    private let sql: String

    /// What SQLite does with bytes that are bound: it copies them at once.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Takes what SQLite compiled.
    init(_ compiled: OpaquePointer, sql: String) {
        self.compiled = compiled
        self.sql = sql
    }

    deinit { sqlite3_finalize(compiled) }

    /// Runs it once, without rows.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if SQLite refuses.
    func run(_ values: [BareValue] = []) throws(BenchFault) {
        bind(values)
        let result = sqlite3_step(compiled)
        sqlite3_reset(compiled)
        guard result == SQLITE_DONE || result == SQLITE_ROW else { throw fault(result) }
    }

    /// Runs it and reads its rows.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if SQLite refuses.
    func rows(_ values: [BareValue]) throws(BenchFault) -> [[BareValue]] {
        bind(values)
        defer { sqlite3_reset(compiled) }
        var rows: [[BareValue]] = []
        while true {
            let result = sqlite3_step(compiled)
            if result == SQLITE_DONE { return rows }
            guard result == SQLITE_ROW else { throw fault(result) }
            rows.append((0..<sqlite3_column_count(compiled)).map { value($0) })
        }
    }

    private func bind(_ values: [BareValue]) {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .null: sqlite3_bind_null(compiled, place)
            case .integer(let number): sqlite3_bind_int64(compiled, place, number)
            case .text(let bytes):
                bytes.withUnsafeBytes { bytes in
                    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                    _ = sqlite3_bind_text(compiled, place, start, Int32(bytes.count), Self.copied)
                }
            case .blob(let bytes):
                bytes.withUnsafeBytes { bytes in
                    _ = sqlite3_bind_blob(compiled, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
                }
            }
        }
    }

    private func value(_ column: Int32) -> BareValue {
        switch sqlite3_column_type(compiled, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(compiled, column))
        case SQLITE_TEXT: .text(bytes(sqlite3_column_text(compiled, column), column))
        case SQLITE_BLOB: .blob(bytes(sqlite3_column_blob(compiled, column), column))
        default: .null
        }
    }

    private func bytes(_ start: UnsafeRawPointer?, _ column: Int32) -> [UInt8] {
        guard let start else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(compiled, column))))
    }

    private func fault(_ result: Int32) -> BenchFault {
        .missing("SQLite says \(String(cString: sqlite3_errstr(result))) to: \(sql.prefix(200))")
    }
}
