// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SandboxAcquirer

/// `till-sandbox scripts`
struct ScriptsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scripts", abstract: "List what can be made to happen to a payment.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard !output.isJSON else {
            for word in ScriptWord.allCases { try output.show(ScriptLine(word), "") }
            return
        }
        let width = (ScriptWord.allCases.map(\.usage.count).max() ?? 0) + 2
        for word in ScriptWord.allCases {
            let number = word.number < 10 ? "0\(word.number)" : "\(word.number)"
            let usage = word.usage + String(repeating: " ", count: width - word.usage.count)
            print("\(number)  \(usage)\(word.summary)")
        }
        print(
            """

            Join words with "+": paid_after:5+notify_lost. The names of "till-sandbox outcomes" stand for words. N is seconds, or milliseconds as in 250ms; for calls it is a count.
            The number at the left is chosen by an amount that ends with it, for merchants added with --scripts-by-amount.
            """)
    }
}
