// SPDX-License-Identifier: Apache-2.0

import Raster

/// A device that was just opened, and how pictures go to it.
struct OpenGlass {
    /// The device.
    let glass: any Glass
    /// How lines are made.
    let layout: PixelLayout
    /// Bytes from the device's first byte to the first pixel that is shown.
    let origin: Int
    /// What pictures must look like.
    let geometry: DisplayGeometry
    /// After how many pictures electronic paper is cleaned; nil for other panels.
    let paper: PaperRhythm?
    /// What looked odd and was decided, for the log.
    let notes: [String]
}

extension OpenGlass {
    /// A plain file, of which nothing is known but how its pixels lie.
    init(file glass: any Glass, layout: PixelLayout) {
        self.init(
            glass: glass, layout: layout, origin: 0,
            geometry: DisplayGeometry(
                width: layout.pictureWidth, height: layout.pictureHeight,
                isMono: layout.format.bitsPerPixel == 1 || layout.hasTwoLevels),
            paper: nil, notes: [])
    }
}
