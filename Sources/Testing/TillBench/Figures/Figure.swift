// SPDX-License-Identifier: Apache-2.0

/// One figure, or why there is none.
struct Figure: Hashable {
    /// What was found.
    enum Result: Hashable {
        /// A value, and how far the rounds that it is the median of reach; nil if there was one alone.
        case value(Double, spread: ClosedRange<Double>?)
        /// A control failed, or something is missing: what is wrong.
        case refused(String)
    }

    /// What was measured, in a few words.
    let what: String
    /// What was found.
    let result: Result
    /// What the value counts.
    let unit: Unit
    /// What it should come to; nil where nothing is wanted.
    let aim: Aim?
    /// What belongs to it: the two sides of a ratio, or percentiles.
    let beside: String

    /// States a figure.
    init(
        _ what: String, _ value: Double, spread: ClosedRange<Double>? = nil, _ unit: Unit, aim: Aim? = nil,
        beside: String = ""
    ) {
        self.what = what
        result = value.isFinite ? .value(value, spread: spread) : .refused("it is no number")
        self.unit = unit
        self.aim = aim
        self.beside = beside
    }

    /// States why there is no figure.
    init(_ what: String, refused why: String) {
        self.what = what
        result = .refused(why)
        unit = .times
        aim = nil
        beside = ""
    }

    /// States the ratio of a comparison of times, or why there is none.
    ///
    /// - Parameters:
    ///   - names: what the two sides are called.
    ///   - more: what else belongs to it.
    init(_ what: String, _ comparison: Comparison, aim: Aim?, names: (String, String), more: String = "") {
        do {
            let ratios = try comparison.ratios()
            let sides = [(names.0, try comparison.ours()), (names.1, try comparison.yardstick())]
                .map { "\($0.0) \(Unit.seconds.text($0.1))" }.joined(separator: ", ")
            self.init(
                what, ratios.median, spread: ratios.spread, .times, aim: aim,
                beside: more.isEmpty ? sides : "\(sides); \(more)")
        } catch {
            self.init(what, refused: "\(error)")
        }
    }

    /// Whether it was refused.
    var isRefused: Bool {
        if case .refused = result { true } else { false }
    }
}
