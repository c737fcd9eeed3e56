// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The yardstick in a process of its own, as the daemon is in one: the same disk stands below both.
final class BareWriter {
    private let child: Child

    /// Starts it.
    ///
    /// - Parameters:
    ///   - like: a ledger that no daemon has open meanwhile.
    ///   - names: the order in it whose rows are written.
    ///   - disk: how its disk is; nil as it is.
    /// - Throws: ``BenchFault/missing(_:)`` if it does not start.
    init(in folder: String, like: String, names: OrderNames, on disk: SlowDisk? = nil) throws(BenchFault) {
        let path = "\(folder)/bare-\(disk == nil ? "own" : "slow").sqlite"
        child = try Child(
            Programs.own.path,
            [
                WriteBare.name, "--file", path, "--like", like, "--order", names.order, "--attempt", names.attempt,
                "--key",
                names.key,
            ], log: "\(folder)/bare.log", environment: disk?.environment(ledger: path) ?? [:], talks: true)
        guard try child.answer() == WriteBare.ready else {
            throw .missing("the bare writer does not start; see \(folder)/bare.log")
        }
    }

    /// Writes orders, one after the other.
    ///
    /// - Returns: Seconds of each.
    /// - Throws: ``BenchFault/missing(_:)`` if it has ended.
    func write(_ count: Int) throws(BenchFault) -> Sample {
        let words = try child.ask("\(count)").split(separator: " ")
        return try Sample(words.compactMap { Double($0) }.map { $0 * 1e-9 })
    }
}
