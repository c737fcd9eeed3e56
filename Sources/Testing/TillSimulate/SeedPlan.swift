// SPDX-License-Identifier: Apache-2.0

import TillSimulation

/// Which seeds are played, and when it is enough.
struct SeedPlan: Sendable {
    let from: UInt64
    /// The seed after the last one.
    let end: UInt64
    let hours: Double?
    let sales: Int?

    /// Plays every so-manieth seed.
    func play(
        part: Int, of parts: Int, _ core: Bool, _ weakness: Weakness?, _ tell: (SeedReport) throws -> Void
    ) async throws {
        let until = hours.map { ContinuousClock.now + .seconds($0 * 3600) }
        // Each process brings its share.
        let share = sales.map { ($0 + parts - 1) / parts }
        var sold = 0
        var seed = from + UInt64(part)
        while seed < end {
            if let until, ContinuousClock.now >= until { return }
            if let share, sold >= share { return }
            let report = try await Campaign.play(seed, ofTheCore: core, weakness: weakness)
            sold += report.sales
            try tell(report)
            seed += UInt64(parts)
        }
    }

    /// How a process that plays a part is told of it.
    var arguments: [String] {
        var words = ["--from", "\(from)"]
        if end != .max { words = ["--seeds", "\(from)..\(end - 1)"] }
        if let hours { words += ["--hours", "\(hours)"] }
        if let sales, end == .max { words += ["--sales", "\(sales)"] }
        return words
    }
}
