// SPDX-License-Identifier: Apache-2.0

/// How much a printer tells about what it has printed.
package enum PrinterTier: String, Sendable, Hashable, Codable, CaseIterable {
    /// Gives a mark back when all before it is on paper.
    case marks
    /// Answers in order, when it has taken what is before the question.
    case ordered
    /// Answers only at once, whatever it still holds.
    case atOnce = "at_once"
    /// Answers nothing.
    case silent
}
