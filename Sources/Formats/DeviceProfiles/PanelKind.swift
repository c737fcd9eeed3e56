// SPDX-License-Identifier: Apache-2.0

/// What a display is made of, which decides how often it may be drawn and how it is lit.
package enum PanelKind: String, Sendable, Hashable, CaseIterable {
    /// Lit from behind.
    case lcd
    /// Lit by its dots.
    case oled
    /// Lit by the room, and slow.
    case epaper
}
