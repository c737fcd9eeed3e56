// SPDX-License-Identifier: Apache-2.0

import Foundation
import FuzzTargets
import Testing

@Suite struct `Parsers of foreign bytes` {
    /// How often each target is tried; the long runs are those of `Scripts/fuzz`.
    private static let runs = 20_000

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `whatever the bytes, nothing traps and nothing is made up`(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        let seeds = try Corpus.seeds(of: name)
        let last = LastInput(path: "\(FileManager.default.temporaryDirectory.path)/tilld-fuzz-\(name)")

        let report = FuzzRun(target, corpus: seeds.map(\.bytes), seed: 1).report(runs: Self.runs) { last.keep($0) }

        #expect(report.runs == Self.runs)
        for finding in report.findings {
            Issue.record(
                "\(name): \(finding.fault), for \(String(decoding: finding.input.prefix(300), as: UTF8.self).debugDescription)"
            )
        }
        // A harness that is always turned away at the door tries nothing behind it. What is signed as a
        // whole is read only where the change was to something that nobody looks at.
        #expect(report.read >= 20, "\(report.read) of \(report.runs) inputs were read")
        #expect(report.refused >= 1)
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `every seed is read or refused as its name says`(name: String) throws {
        let target = try #require(FuzzTarget.named(name))

        let seeds = try Corpus.seeds(of: name)

        #expect(!seeds.isEmpty)
        for seed in seeds {
            let verdict = target.judge(seed.bytes)
            #expect(verdict == (seed.name.hasPrefix("read-") ? .read : .refused), "\(name)/\(seed.name)")
        }
    }

    @Test func `every target has a corpus, and every corpus a target`() throws {
        #expect(try Corpus.targets() == Set(FuzzTarget.all.map(\.name)))
    }
}
