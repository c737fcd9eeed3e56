// SPDX-License-Identifier: Apache-2.0

import FuzzTargets
import Testing

@Suite struct `A harness that could not fail would prove nothing` {
    private static let corpus = [Array("amount=12.50;note=tea".utf8)]

    @Test func `a parser that cuts an amount short is found`() {
        let weak = FuzzTarget("weak", words: ["amount=", ";"]) { WeakParser.verdict(on: $0, trapping: false) }

        let report = FuzzRun(weak, corpus: Self.corpus, seed: 1).report(runs: 20_000)

        #expect(report.findings.contains { $0.fault == "an amount changed" })
        #expect(report.findings.count <= FuzzReport.mostFindings)
    }

    @Test func `a parser that traps ends the process`() async {
        await #expect(processExitsWith: .failure) {
            let weak = FuzzTarget("weak", words: ["amount=", ";"]) { WeakParser.verdict(on: $0, trapping: true) }
            _ = FuzzRun(weak, corpus: [Array("amount=12.50;note=tea".utf8)], seed: 1).report(runs: 20_000)
        }
    }

    @Test func `the same parser without the faults passes`() {
        let sound = FuzzTarget("sound", words: ["amount=", ";"]) { input in
            Int64(String(decoding: input, as: UTF8.self)) == nil ? .refused : .read
        }

        let report = FuzzRun(sound, corpus: Self.corpus, seed: 1).report(runs: 20_000)

        #expect(report.findings.isEmpty)
        #expect(report.read > 0)
    }

    @Test func `the input that is being tried is on disk when it is tried`() throws {
        let path = try TemporaryPath()
        var seen = true
        let target = FuzzTarget("any") { _ in .read }

        do {
            let last = LastInput(path: path.text)
            _ = FuzzRun(target, corpus: Self.corpus, seed: 3).report(runs: 200) { input in
                last.keep(input)
                seen = seen && path.content() == input
            }
        }

        #expect(seen)
        #expect(path.content() == nil)
    }
}
