// SPDX-License-Identifier: Apache-2.0

/// What was tried of one piece of work since the start. Losing it costs a few rows and requests.
struct History: Sendable, Hashable {
    /// How often it was tried.
    var polls = 0
    /// What was not believed of its answers.
    var doubts: Set<String> = []

    /// Different doubts about one piece of work that are written down; more say nothing new.
    static let doubtsMax = 8
}
