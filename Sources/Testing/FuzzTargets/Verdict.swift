// SPDX-License-Identifier: Apache-2.0

/// What became of an input.
package enum Verdict: Sendable, Hashable {
    /// It was read, and what was read is what it says.
    case read
    /// It was refused with an error as errors have to be.
    case refused
    /// Something that must always hold did not: a bug, told in a sentence.
    case broken(String)

    /// Broken if there is a sentence, otherwise what it would have been.
    static func of(_ fault: String?, otherwise: Verdict) -> Verdict {
        fault.map { .broken($0) } ?? otherwise
    }
}
