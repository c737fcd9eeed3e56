// SPDX-License-Identifier: Apache-2.0

/// What a figure should come to.
enum Aim: Hashable {
    /// So much or less.
    case atMost(Double)
    /// So much or more.
    case atLeast(Double)
    /// What has no number.
    case words(String)

    /// Whether a value keeps it; nil where a person has to judge.
    func holds(_ value: Double) -> Bool? {
        switch self {
        case .atMost(let limit): value <= limit
        case .atLeast(let limit): value >= limit
        case .words: nil
        }
    }

    /// The aim for people, in the unit of its figure.
    func text(_ unit: Unit) -> String {
        switch self {
        case .atMost(let limit): "≤ \(unit.text(limit))"
        case .atLeast(let limit): "≥ \(unit.text(limit))"
        case .words(let words): words
        }
    }
}
