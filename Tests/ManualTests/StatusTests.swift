// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct `The page of exit statuses` {
    /// What the argument parser ends with by itself: done, and wrong usage.
    private static let everywhere: Set = [0, 64]

    @Test(arguments: CommandTree.programs)
    func `has what the program can end with, and nothing else`(program: String) {
        let source = Manual.source(of: "Sources/Programs/\(program)")
        let named = source.matches(of: /\b(?:ExitCode|_exit)\((\d+)\)/).compactMap { Int($0.1) }
        let worth = Manual.source(of: "Sources/Programs/\(program)/Check").matches(of: /: Int32 = (\d\d+)/)
            .compactMap { Int($0.1) }
        let failure = source.contains("ExitCode.failure") || source.contains(/[ ]\.failure\b(?!\()/) ? [1] : []

        let documented = StatusPage().statuses(of: program)

        #expect(documented == Self.everywhere.union(named + worth + failure))
    }
}
