// SPDX-License-Identifier: Apache-2.0

/// How a display is lit.
package struct PanelLight: Sendable, Hashable {
    /// Whether its light can be turned down.
    package let dims: Bool
    /// The name of its light under `/sys/class/backlight`; nil is the only one there.
    package let device: String?
    /// The least light in percent that can still be seen.
    package let floorPercent: Int
    /// The light in percent while a code is shown.
    package let codePercent: Int
}
