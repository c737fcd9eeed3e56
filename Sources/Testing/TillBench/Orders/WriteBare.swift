// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-bench write-bare`: the yardstick of `orders`, spoken to by its parent.
///
/// It says ``ready`` when the file is there, and then answers each number with so many times in nanoseconds.
struct WriteBare: ParsableCommand {
    static let name = "write-bare"
    static let ready = "ready"

    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Put rows of orders into a bare file.", shouldDisplay: false)

    @Option(help: "The file.") var file: String
    @Option(help: "The ledger that is imitated.") var like: String
    @Option(help: "An order in it.") var order: String
    @Option(help: "Its attempt.") var attempt: String
    @Option(help: "Its key.") var key: String

    func run() throws {
        let names = try OrderNames(order: order, attempt: attempt, key: key)
        let ledger = try BareLedger(file, like: like, names: names)
        Output.line(Self.ready)
        while let line = readLine() {
            guard let count = Int(line), count > 0 else { throw ValidationError("\"\(line)\" is no number of orders") }
            Output.line(try ledger.write(count).map { String(Int($0 * 1e9)) }.joined(separator: " "))
        }
    }
}
