// SPDX-License-Identifier: Apache-2.0

/// What an acquirer can say instead of an answer.
enum NoAnswer: String, CaseIterable, Sendable {
    case down, busy = "busy 5", no, lost, unsure, forged, garbled, unconfigured

    /// Whether the journal keeps that it was not believed.
    var isDoubted: Bool { self == .forged || self == .garbled }
}
