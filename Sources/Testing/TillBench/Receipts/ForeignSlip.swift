// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The same slip by python-escpos, which many tills use.
///
/// A program of Python makes it, spoken to by lines: the slip as JSON once, and then how many are wanted.
final class ForeignSlip {
    private let child: Child
    /// Its version.
    let version: String

    /// What is to be printed.
    private struct Wish: Encodable {
        let lines: [String]
        let payload: String
        /// Printed dots of a module.
        let module: Int
        /// Dots of a line.
        let dots: Int
    }

    /// Starts it.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it is not installed.
    init(_ slip: PrintedSlip, log folder: String) throws(BenchFault) {
        child = try Child(
            try Programs.python(), [try Programs.file("Scripts/Bench/foreign_slips.py")], log: "\(folder)/python.log",
            talks: true)
        let wish = Wish(lines: slip.lines, payload: PrintedSlip.payload, module: 6, dots: slip.dots)
        guard let json = try? JSONEncoder().encode(wish) else { throw .missing("the slip cannot be written as JSON") }
        version = try child.ask(String(decoding: json, as: UTF8.self))
    }

    /// Makes slips.
    ///
    /// - Returns: Seconds of processor for one, and its bytes.
    /// - Throws: ``BenchFault/missing(_:)`` if it has ended.
    func make(_ count: Int) throws(BenchFault) -> (seconds: Double, bytes: Int) {
        let words = try child.ask("\(count)").split(separator: " ")
        guard words.count == 2, let seconds = Double(words[0]), let bytes = Int(words[1]), seconds > 0 else {
            throw .missing("python-escpos says something else than a time and a number")
        }
        return (seconds / Double(count), bytes)
    }
}
