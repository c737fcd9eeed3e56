// SPDX-License-Identifier: Apache-2.0

/// What must not be on paper, or must be and is not.
package enum PaperFinding: String, Sendable, Hashable, CaseIterable {
    /// A receipt that is said to be printed and is not there.
    case lost
    /// A receipt that is there twice without a mark.
    case doubled
    /// A receipt that was begun twice without a mark.
    case begunTwice = "begun-twice"
    /// A receipt with which the spooler did not come to an end.
    case open
    /// The receipt after the trouble did not come out as it was sent.
    case soiled
}
