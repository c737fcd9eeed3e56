// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a transcript, or with what came instead of it.
struct TranscriptError: Error, CustomStringConvertible {
    /// Where, from 1.
    let line: Int
    /// What.
    let what: String

    var description: String { "line \(line): \(what)" }
}
