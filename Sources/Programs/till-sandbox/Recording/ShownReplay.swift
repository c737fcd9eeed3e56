// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer

/// A session that was played again, as people and programs read it.
enum ShownReplay {
    /// One line of the recording.
    struct Exchange: Encodable {
        let line: Int
        let what: String
        let differences: [String]

        /// Takes what was played.
        init(_ exchange: ReplayedExchange) {
            line = exchange.line
            what = exchange.what
            differences = exchange.differences
        }
    }

    /// What it comes to.
    struct Sum: Encodable {
        let lines: Int
        let differing: Int
    }

    /// The lines that a person reads.
    static func text(of exchange: ReplayedExchange) -> String {
        let differences = exchange.differences.map { "\n  \($0)" }.joined()
        return "line \(exchange.line)  \(exchange.what)\(differences)"
    }
}
