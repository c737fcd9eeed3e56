// SPDX-License-Identifier: Apache-2.0

/// What a file of evidence proves, in sentences.
package struct EvidenceVerdict: Sendable, Hashable {
    /// What is proven, and what is not.
    package private(set) var findings: [String] = []
    /// What is wrong; empty if nothing is.
    package private(set) var faults: [String] = []

    /// Whether nothing is wrong.
    package var isGood: Bool { faults.isEmpty }

    /// Notes what is proven.
    mutating func find(_ sentence: String) { findings.append(sentence) }

    /// Notes what is wrong.
    mutating func fault(_ sentence: String) { faults.append(sentence) }
}
