// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What came out of the printer.
struct Paper {
    /// Slips with the word PAID and no mark of a copy, by order.
    private(set) var originals: [String: Int] = [:]
    /// Slips of refunds, by order.
    private(set) var refunds: [String: Int] = [:]
    /// Slips that say that they are copies, or may be, by order.
    private(set) var marked: [String: Int] = [:]

    /// Reads what a printer has got; a slip begins with ESC @.
    init(_ path: String) {
        guard let bytes = FileManager.default.contents(atPath: path) else { return }
        let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
        for slip in text.components(separatedBy: "\u{1B}@") {
            guard let name = slip.range(of: "Order ") else { continue }
            let order = String(slip[name.upperBound...].prefix(26))
            guard order.utf8.count == 26 else { continue }
            if slip.contains("COPY") || slip.lowercased().contains("duplicate") {
                marked[order, default: 0] += 1
            } else if slip.contains("PAID") || slip.contains("REFUNDED") {
                originals[order, default: 0] += 1
            } else if slip.contains("REFUND") {
                refunds[order, default: 0] += 1
            }
        }
    }
}
