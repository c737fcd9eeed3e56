// SPDX-License-Identifier: Apache-2.0

/// What is to be done about an interrupted job.
package enum PrintVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// It came out: nothing is to be done.
    case printed
    /// Nothing of it came out: it is printed as if for the first time.
    case printAgain = "print_again"
    /// It may have come out: a second print has to say so in its first line.
    case printMarked = "print_marked"
    /// Only somebody who looks at the paper knows.
    case askPerson = "ask_person"
}
