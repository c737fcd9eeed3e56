// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Manners

@Suite struct `The line that says what takes so long` {
    @Test func `is written anew at the same place, with the seconds`() {
        var text = ProgressText("checking the ledger")

        let first = text.secondPassed(columns: 80)
        text.sentence = "checking the ledger: 812 rows"
        let second = text.secondPassed(columns: 80)

        #expect(first == "\r\u{1B}[Kchecking the ledger, 1 s")
        #expect(second == "\r\u{1B}[Kchecking the ledger: 812 rows, 2 s")
    }

    @Test func `is taken away once, and only if it stands there`() {
        var text = ProgressText("printing")

        let before = text.wiped()
        _ = text.secondPassed(columns: 80)
        let after = text.wiped()
        let again = text.wiped()

        #expect(before.isEmpty)
        #expect(after == "\r\u{1B}[K")
        #expect(again.isEmpty)
    }

    @Test func `says minutes where seconds are many`() {
        var text = ProgressText("copying")

        let lines = (1...125).map { _ in text.secondPassed(columns: 80) }

        #expect(lines[118].hasSuffix("copying, 119 s"))
        #expect(lines[119].hasSuffix("copying, 2 min 0 s"))
        #expect(lines[124].hasSuffix("copying, 2 min 5 s"))
    }

    @Test(arguments: [(12, "checking th"), (1, ""), (0, "")])
    func `never breaks a line of a narrow terminal`(columns: Int, shown: String) {
        var text = ProgressText("checking the ledger")

        let line = text.secondPassed(columns: columns)

        #expect(line == "\r\u{1B}[K\(shown)")
    }

    @Test func `counts letters that take two columns`() {
        var text = ProgressText("检查账本")

        let line = text.secondPassed(columns: 7)

        #expect(line == "\r\u{1B}[K检查账")
    }

    @Test func `lets no foreign name move the cursor`() {
        var text = ProgressText("checking a\u{1B}[2Jb\n\u{202E}c")

        let line = text.secondPassed(columns: 80).dropFirst(4)

        #expect(line == "checking a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}c, 1 s")
    }
}
