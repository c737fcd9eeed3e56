// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// `till-bench make-ledger PATH --orders N`
struct MakeLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make-ledger", abstract: "Make a ledger of many paid, printed and notified sales.",
        discussion: """
            It is a ledger like any other: tilld opens it, and "tilld verify" finds nothing. Its terminal is T-1, its \
            last sales are of yesterday, and their statement has been compared.
            """)

    @Argument(help: "The file; one that is there is made anew.") var path: String
    @Option(help: "How many sales.") var orders = 1_000_000

    func run() async throws {
        let start = Ticks.now()
        let factory = try LedgerFactory(path: path, orders: orders, now: Int64(Date().timeIntervalSince1970 * 1000))
        try await factory.make { count in
            let time = Ticks.now() - start
            Output.note("\(count) of \(orders) sales, \(Unit.perSecond.text(Double(count) / max(time, 0.001)))")
        }
        Output.line("\(orders) sales in \(Unit.seconds.text(Ticks.now() - start)): \(path)")
    }
}
