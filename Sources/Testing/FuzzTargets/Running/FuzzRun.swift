// SPDX-License-Identifier: Apache-2.0

/// A number of runs of one target, the same for the same seed.
package struct FuzzRun: Sendable {
    /// What is tried.
    package let target: FuzzTarget
    /// What the inputs are made of.
    package let corpus: [[UInt8]]
    /// Where chance begins.
    package let seed: UInt64

    /// Prepares runs.
    package init(_ target: FuzzTarget, corpus: [[UInt8]], seed: UInt64) {
        self.target = target
        self.corpus = corpus
        self.seed = seed
    }

    /// Tries the corpus, beginnings of it, and inputs made of it, so many in all.
    ///
    /// - Parameter trace: takes each input before it is tried, since a trap leaves nothing else behind.
    package func report(runs: Int, trace: ([UInt8]) -> Void = { _ in }) -> FuzzReport {
        var report = FuzzReport()
        for input in corpus.prefix(runs) { note(input, in: &report, trace) }
        // What is there for being too long stays too long, and costs the most.
        let basis = corpus.filter { $0.count <= target.longest }
        // A message that breaks off does so at any byte; a tenth of the runs, evenly over all of them.
        let lengths = basis.map(\.count).reduce(0, +)
        let step = max(1, lengths / max(1, runs / 10))
        for seed in basis {
            for length in stride(from: 0, to: seed.count, by: step) where report.runs < runs {
                note(Array(seed.prefix(length)), in: &report, trace)
            }
        }
        var mutator = Mutator(seed: seed, corpus: basis, words: target.words, longest: target.longest)
        while report.runs < runs { note(mutator.next(), in: &report, trace) }
        return report
    }

    private func note(_ input: [UInt8], in report: inout FuzzReport, _ trace: ([UInt8]) -> Void) {
        trace(input)
        report.runs += 1
        switch target.judge(input) {
        case .read: report.read += 1
        case .refused: report.refused += 1
        case .broken(let fault):
            guard report.findings.count < FuzzReport.mostFindings else { return }
            report.findings.append(FuzzReport.Finding(input: input, fault: fault))
        }
    }
}
