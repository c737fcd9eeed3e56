// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import TillSimulation

/// Plays days of a terminal from seeds, and says what is wrong with them.
@main
struct TillSimulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till-simulate",
        abstract: "Plays days of a terminal from seeds, and says what is wrong with them.",
        discussion: """
            The whole stack is played: core, ledger with real SQL, services and provider over a disk, a clock, a \
            network, an acquirer, a printer and people that are made up from the seed. The same seed is the same \
            day. It ends with 1 when something is wrong.
            """)

    @Option(help: "Play this one seed.") var seed: UInt64?
    @Flag(help: "Say what happens in it.") var trace = false
    @Option(help: "Play these seeds, A..B.") var seeds: SeedRange?
    @Option(help: "Go on from seed 0, or from --from, for so many hours.") var hours: Double?
    @Option(help: "Go on until there were so many sales.") var sales: Int?
    @Option(help: "Begin with this seed.") var from: UInt64 = 0
    @Flag(help: "Play the core alone: facts and commands at random, no SQL.") var core = false
    @Option(help: "Processes that share the work.") var jobs = 1
    @Option(help: "Play the seed in a world with this weakness.") var weakness: Weakness?
    @Flag(help: "Leave the weak worlds out, which a run has to find out.") var noControls = false
    @Option(help: .hidden) var part: Int?
    @Flag(help: .hidden) var lines = false

    func validate() throws {
        guard [seed != nil, seeds != nil, hours != nil, sales != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("choose one of --seed, --seeds, --hours and --sales")
        }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs takes 1 to 64") }
        guard !trace || seed != nil else { throw ValidationError("--trace goes with --seed") }
        guard weakness == nil || !core else { throw ValidationError("the core alone has no weak worlds") }
        guard hours.map({ $0 > 0 && $0 <= 1000 }) ?? true else {
            throw ValidationError("--hours takes up to 1000")
        }
    }

    func run() async throws {
        if let seed { return try await playOne(seed) }
        let plan = SeedPlan(
            from: seeds?.first ?? from, end: seeds.map { $0.last + 1 } ?? .max, hours: hours,
            sales: sales ?? (seeds == nil && hours == nil ? 1000 : nil))
        let started = ContinuousClock.now
        var campaign = Campaign(ofTheCore: core)
        if lines {
            try await plan.play(part: part ?? 0, of: jobs, core, weakness) { Output.line(try ReportLine.text(of: $0)) }
            return
        }
        if jobs == 1 {
            try await plan.play(part: 0, of: 1, core, weakness) { report in
                campaign.add(report)
                RunReport.say(report, options)
            }
        } else {
            try await Workers(plan: plan, jobs: jobs, core: core).run { report in
                campaign.add(report)
                RunReport.say(report, options)
            }
        }
        RunReport.say(campaign, seconds: (ContinuousClock.now - started) / .seconds(1))
        let isSound = core || noControls || weakness != nil ? true : try await Controls.pass()
        guard campaign.findings.isEmpty, campaign.uncovered.isEmpty, isSound else { throw ExitCode(1) }
    }

    /// What has to be said again to play a seed again.
    private var options: String { (core ? "--core " : "") + (weakness.map { "--weakness \($0.rawValue) " } ?? "") }

    private func playOne(_ seed: UInt64) async throws {
        let told: @Sendable (String) -> Void = { Output.line($0) }
        let report = try await Campaign.play(seed, ofTheCore: core, weakness: weakness, trace: trace ? told : nil)
        RunReport.say(report, options)
        Output.line("seed \(seed): \(report.sales) sales, \(report.crashes) crashes, head \(report.head)")
        guard report.findings.isEmpty else { throw ExitCode(1) }
    }
}

extension Weakness: ExpressibleByArgument {}
