// SPDX-License-Identifier: Apache-2.0

/// How many a second, by the number of clients, round by round.
struct RateTable: Hashable {
    /// The rates of the rounds in their order, by clients.
    let rates: [Int: [Double]]

    /// The figure of so many clients.
    ///
    /// - Throws: ``BenchFault/nothingMeasured`` if there are none.
    func figure(_ what: String, _ clients: Int, aim: Aim? = nil) throws(BenchFault) -> Figure {
        let sample = try Sample(rates[clients] ?? [])
        return Figure(what, sample.median, spread: sample.spread, .perSecond, aim: aim)
    }

    /// The figure of so many clients against so many others, round by round.
    ///
    /// - Throws: ``BenchFault/nothingMeasured`` if there are none.
    func ratio(_ what: String, _ more: Int, _ fewer: Int, aim: Aim?) throws(BenchFault) -> Figure {
        let ratios = try Sample(zip(rates[more] ?? [], rates[fewer] ?? []).map { $0 / $1 })
        return Figure(what, ratios.median, spread: ratios.spread, .times, aim: aim)
    }
}
