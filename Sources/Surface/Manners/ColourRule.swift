// SPDX-License-Identifier: Apache-2.0

/// When a program writes in colours.
package enum ColourRule {
    /// Whether colours are wanted.
    ///
    /// Source: no-color.org: any value of `NO_COLOR` but an empty one turns them off. A terminal without a
    /// name is taken for one that has none.
    ///
    /// - Parameters:
    ///   - isTerminal: whether the output is a terminal.
    ///   - environment: the program's variables.
    package static func isWanted(isTerminal: Bool, environment: [String: String]) -> Bool {
        guard isTerminal, (environment["NO_COLOR"] ?? "").isEmpty else { return false }
        let terminal = environment["TERM"] ?? ""
        return !terminal.isEmpty && terminal != "dumb"
    }
}
