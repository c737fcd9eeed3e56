// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the signatures of a notify.
enum NotifyFlaw: String, Sendable, Hashable {
    /// They are made over another body.
    case badlySigned = "badly_signed"
    /// They are made by a clock that is behind.
    case stale
    /// They are made with a key that nobody was told of.
    case unknownKey = "unknown_key"
}
