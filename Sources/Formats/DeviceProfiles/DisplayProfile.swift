// SPDX-License-Identifier: Apache-2.0

/// What one model of display is, as its file in `Devices/Displays` says.
package struct DisplayProfile: Sendable, Hashable {
    /// The name of the file without its ending, such as `hdmi-7-800x480`.
    package let id: String
    /// Who makes it.
    package let vendor: String
    /// What the maker calls it.
    package let model: String
    /// The profile that it takes everything from that it does not say itself; nil for a base.
    package let inherits: String?
    /// How sure it is that the profile is right.
    package let support: SupportLevel
    /// Where the facts are from.
    package let source: String
    /// How it is recognised.
    package let match: DisplayMatch
    /// Its pixels and the room they take.
    package let panel: PanelShape
    /// How its pixels are written.
    package let pixels: PanelPixels
    /// How its memory is reached.
    package let memory: PanelMemory
    /// How often it may be drawn.
    package let refresh: PanelRefresh
    /// How it is lit.
    package let light: PanelLight
}
