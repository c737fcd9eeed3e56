// SPDX-License-Identifier: Apache-2.0

/// How a printer beeps.
package enum Buzzer: String, Sendable, Hashable, CaseIterable {
    /// Not at all, as far as is known.
    case none
    /// By `1B 28 41`.
    case escA = "esc_a"
    /// By `1B 42`.
    case escB = "esc_b"
}
