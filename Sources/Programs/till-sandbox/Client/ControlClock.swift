// SPDX-License-Identifier: Apache-2.0

/// What `/sandbox/clock` answers.
struct ControlClock: Codable {
    /// RFC 3339.
    let now: String
    /// Whether time stands still between steps.
    let virtual: Bool
    /// How many notifies were sent on the way.
    let notifies: Int
}
