// SPDX-License-Identifier: Apache-2.0

/// A problem document, as far as a person needs it.
struct ControlProblem: Decodable {
    /// What is wrong and what to do.
    let detail: String
}
