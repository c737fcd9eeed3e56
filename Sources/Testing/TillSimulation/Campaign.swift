// SPDX-License-Identifier: Apache-2.0

/// Many seeds, added up.
package struct Campaign: Sendable {
    /// Whether the core alone is played.
    package let isOfTheCore: Bool
    /// How many seeds were played.
    package private(set) var seeds = 0
    /// Sales that were opened.
    package private(set) var sales = 0
    /// How often the daemon died.
    package private(set) var crashes = 0
    /// Simulated time, in milliseconds.
    package private(set) var milliseconds: Int64 = 0
    /// Requests that daemons sent.
    package private(set) var requests = 0
    /// What happened how often.
    package private(set) var situations: [Situation: Int] = [:]
    /// What is wrong, and in which seed.
    package private(set) var findings: [(seed: UInt64, text: String)] = []
    /// What equal campaigns have in common, in whatever order their seeds were played.
    package private(set) var hash: UInt64 = 0

    /// From so many seeds on, every situation has to have been reached.
    package static let coversFrom = 1000
    /// Seeds in which a weak world has to be found out.
    package static let weakSeedsMax = 60
    /// Where the seeds of weak worlds begin.
    package static let weakFrom: UInt64 = 500_000

    /// Starts to count.
    package init(ofTheCore: Bool) { isOfTheCore = ofTheCore }

    /// Plays one seed.
    ///
    /// - Throws: ``SimulationError``, or what the acquirer's books throw: then nothing is known.
    package static func play(
        _ seed: UInt64, ofTheCore: Bool = false, weakness: Weakness? = nil,
        trace: (@Sendable (String) -> Void)? = nil
    ) async throws -> SeedReport {
        if ofTheCore {
            var day = CoreDay(seed: seed, trace: trace)
            return try day.play()
        }
        let day = try Day(seed: seed, weakness: weakness)
        day.trace = trace
        return try await day.play()
    }

    /// Plays seeds, several at once.
    ///
    /// - Parameter abreast: how many at once.
    /// - Throws: as ``play(_:ofTheCore:weakness:trace:)``.
    package static func play(_ seeds: Range<UInt64>, ofTheCore: Bool, abreast: Int = 2) async throws -> Campaign {
        var campaign = Campaign(ofTheCore: ofTheCore)
        try await withThrowingTaskGroup(of: [SeedReport].self) { group in
            for lane in 0..<UInt64(abreast) {
                group.addTask {
                    var reports: [SeedReport] = []
                    for seed in stride(from: seeds.lowerBound + lane, to: seeds.upperBound, by: abreast) {
                        reports.append(try await play(seed, ofTheCore: ofTheCore))
                    }
                    return reports
                }
            }
            for try await reports in group { for report in reports { campaign.add(report) } }
        }
        return campaign
    }

    /// Adds one seed.
    package mutating func add(_ report: SeedReport) {
        seeds += 1
        sales += report.sales
        crashes += report.crashes
        milliseconds += report.milliseconds
        requests += report.requests
        for (situation, times) in report.situations { situations[situation, default: 0] += times }
        for finding in report.findings { findings.append((report.seed, finding)) }
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(report.seed) \(report.head)".utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= digest
    }

    /// The situations that were never reached, where there were seeds enough to reach them.
    package var uncovered: [Situation] {
        guard seeds >= Self.coversFrom else { return [] }
        let needed = isOfTheCore ? Situation.ofTheCore : Situation.allCases
        return needed.filter { situations[$0, default: 0] == 0 }
    }

    /// Plays a weak world until it is found out.
    ///
    /// - Returns: the seed that found it out and what it found; nil if none of them did.
    /// - Throws: as ``play(_:ofTheCore:weakness:trace:)``.
    package static func findOut(_ weakness: Weakness) async throws -> (seed: UInt64, finding: String)? {
        for seed in weakFrom..<(weakFrom + UInt64(weakSeedsMax)) {
            let report = try await play(seed, weakness: weakness)
            if let finding = report.findings.first { return (seed, finding) }
        }
        return nil
    }
}
