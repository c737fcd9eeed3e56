// SPDX-License-Identifier: Apache-2.0

/// How much of its two-byte set a printer can draw.
package enum KanjiReach: String, Sendable, Hashable, CaseIterable {
    /// The core that all have: GB 2312, KS X 1001, JIS X 0208, the frequent half of Big5.
    case core
    /// Every two-byte character of the set; four-byte ones never.
    case all
}
