// SPDX-License-Identifier: Apache-2.0

/// What a line of the log is.
enum LogFormat: String, Sendable, Hashable, CaseIterable {
    /// A sentence and what belongs to it, for people.
    case text
    /// One object of JSON, for programs.
    case json
}
