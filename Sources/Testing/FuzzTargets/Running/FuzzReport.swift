// SPDX-License-Identifier: Apache-2.0

/// What many runs of a target came to.
package struct FuzzReport: Sendable, Hashable {
    /// An input that broke what must always hold.
    package struct Finding: Sendable, Hashable {
        /// The bytes.
        package let input: [UInt8]
        /// What broke.
        package let fault: String
    }

    /// The most findings that are kept.
    package static let mostFindings = 5

    /// Inputs that were tried.
    package internal(set) var runs = 0
    /// Inputs that were read.
    package internal(set) var read = 0
    /// Inputs that were refused.
    package internal(set) var refused = 0
    /// The first inputs that broke something.
    package internal(set) var findings: [Finding] = []

    /// Starts at nothing.
    package init() {}
}
