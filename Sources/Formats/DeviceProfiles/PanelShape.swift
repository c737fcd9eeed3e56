// SPDX-License-Identifier: Apache-2.0

/// The pixels of a display and the room they take.
package struct PanelShape: Sendable, Hashable {
    /// What it is made of.
    package let kind: PanelKind
    /// Pixels across and down, as the panel was built; nil where the driver decides.
    package let size: FontCell?
    /// Width and height of the pixels together in micrometres; nil if nobody knows.
    package let micrometres: FontCell?
    /// How the picture has to be turned so that it stands upright in the usual case, clockwise.
    package let rotate: Int

    /// The edge of a pixel in micrometres, the longer of the two; nil if nobody knows.
    package var pitch: Int? {
        guard let size, let micrometres else { return nil }
        return max(micrometres.width / size.width, micrometres.height / size.height)
    }
}
