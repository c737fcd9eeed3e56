// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillSimulation

/// Days of the whole stack from seeds; what a seed finds becomes a test of its own name here.
///
/// Put in by hand, each of these faults was found by the first seed that is named:
///
/// - `synchronous = NORMAL` in the ledger: 3, a sale is forgotten after a power cut;
/// - recovery leaves a slip that was started: 0, "is still started";
/// - the inbox drops what is new instead of what is known: 8, money that nobody gives back;
/// - a slip that broke off is printed again without a mark: 0, two unmarked receipts on paper;
/// - a create's lost answer taken for a request that never left: 14, "closed here, and can still be paid";
/// - a lost close taken for closed: 2, the same words;
/// - a closed attempt is not watched: 13, and 18 of the core alone, money of a sale that is over;
/// - money for a closed sale ignored: 13, and 4 of the core alone, the same;
/// - a refund in doubt reserves nothing: 110 of the core alone, more goes back than came.
@Suite struct `A day from a seed` {
    /// The mix that each seed draws: a network, a disk, an acquirer, a printer, a clock and people, most of them
    /// well most of the time. Then calm, then the audit.
    @Test func `two hundred days leave nothing wrong`() async throws {
        let seeds = UInt64(0)..<200

        let campaign = try await Campaign.play(seeds, ofTheCore: false)

        for finding in campaign.findings {
            Issue.record("Scripts/simulate --seed \(finding.seed) --trace: \(finding.text)")
        }
        #expect(campaign.sales >= 5000)
        let never = Situation.allCases.filter { campaign.situations[$0, default: 0] == 0 }
        #expect(never.count <= 8, "never reached: \(never.map(\.rawValue))")
    }

    /// What an hour of days has found, each with its reason.
    @Test(arguments: [
        // A journal that was deleted came back with a power cut, and took the log with it: a fault of the played folder.
        UInt64(11_980),
        // The time of the next try was saved, and lay far ahead of a ledger whose time had stood still.
        14_231,
        // Of the second money of a number only a notify tells: the audit asked for more.
        11_578, 14_669, 19_026,
        // The order that was to show whether the way to the acquirer is back was one that the acquirer choked on.
        17_088,
    ])
    func `a day on which something was wrong once is well`(seed: UInt64) async throws {
        let report = try await Campaign.play(seed)

        #expect(report.findings == [])
    }

    @Test func `fifty thousand sales of the core alone leave nothing wrong`() async throws {
        let seeds = UInt64(0)..<1250

        let campaign = try await Campaign.play(seeds, ofTheCore: true)

        for finding in campaign.findings {
            Issue.record("Scripts/simulate --core --seed \(finding.seed) --trace: \(finding.text)")
        }
        #expect(campaign.sales == 50_000)
        #expect(campaign.uncovered == [])
    }

    /// Weak worlds are made by what stands in front of the program; a simulation that cannot fail proves nothing.
    @Test(arguments: Weakness.allCases)
    func `a weak world is found out`(weakness: Weakness) async throws {
        let found = try await Campaign.findOut(weakness)

        #expect(found != nil, "\(weakness.summary)")
    }

    /// Swift gives each process another order of its dictionaries: two processes and this one have to agree.
    @Test(arguments: [UInt64(3), 4])
    func `the same seed is the same day in another process`(seed: UInt64) async throws {
        let here = try await Campaign.play(seed)

        let there = try (0..<2).map { _ in try Self.run("--seed", "\(seed)") }

        #expect(here.head.count > 64)
        #expect(there.allSatisfy { $0.contains("head \(here.head)") }, "\(there)")
    }

    @Test func `two seeds are two days`() async throws {
        let one = try await Campaign.play(5)
        let other = try await Campaign.play(6)

        #expect(one.head != other.head)
    }

    @Test func `a run says what it brought and ends well`() throws {
        let text = try Self.run("--core", "--seeds", "0..9", "--jobs", "2")

        #expect(text.contains("10 seeds, 400 sales"))
        #expect(text.contains("nothing is wrong"))
    }

    @Test func `a finding comes with the line that plays it again, and ends with 1`() async throws {
        let found = try #require(try await Campaign.findOut(.lyingDisk))

        let text = try Self.run("--seed", "\(found.seed)", "--weakness", "lying-disk", ends: 1)

        #expect(text.contains("seed \(found.seed): \(found.finding)"), "\(text)")
        #expect(text.contains("again: Scripts/simulate --weakness lying-disk --seed \(found.seed) --trace"))
    }

    /// Runs the program and gives what it says.
    private static func run(_ arguments: String..., ends: Int32 = 0) throws -> String {
        let pipe = Pipe()
        let process = Process()
        // The program beside the tests.
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(filePath: own).deletingLastPathComponent().appending(path: "till-simulate")
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == ends)
        return String(decoding: bytes, as: UTF8.self)
    }
}
