// SPDX-License-Identifier: Apache-2.0

/// The command that makes a printer cut.
package enum CutCommand: String, Sendable, Hashable, CaseIterable {
    /// Feed to the blade and cut, `1D 56`.
    case gsV = "gs_v"
    /// Cut where the paper is, `1B 69` and `1B 6D`: some know no other.
    case escI = "esc_i"
}
