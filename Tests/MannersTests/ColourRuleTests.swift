// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Manners

@Suite struct `Colours` {
    @Test func `are for terminals`() {
        let environment = ["TERM": "xterm"]

        let onTerminal = ColourRule.isWanted(isTerminal: true, environment: environment)
        let inPipe = ColourRule.isWanted(isTerminal: false, environment: environment)

        #expect(onTerminal)
        #expect(!inPipe)
    }

    @Test(arguments: [
        (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "xterm", "NO_COLOR": "0"], false),
        (["TERM": "xterm", "NO_COLOR": ""], true), (["TERM": "dumb"], false), (["TERM": ""], false), ([:], false),
        (["TERM": "linux"], true),
    ])
    func `are left out where nobody wants or sees them`(environment: [String: String], isWanted: Bool) {
        let answer = ColourRule.isWanted(isTerminal: true, environment: environment)

        #expect(answer == isWanted)
    }
}
