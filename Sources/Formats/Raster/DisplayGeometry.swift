// SPDX-License-Identifier: Apache-2.0

/// Says what pictures for a display must look like.
package struct DisplayGeometry: Hashable, Sendable {
    /// Columns of a picture.
    package let width: Int
    /// Rows of a picture.
    package private(set) var height: Int
    /// Tells whether the panel knows only on and off.
    package let isMono: Bool
    /// Tells whether half tones at edges help; on tiny and one-bit panels they hurt.
    package let antialias: Bool
    /// Width of the glass in millimetres, if it is known.
    package let widthMM: Int?
    /// Height of the glass in millimetres, if it is known.
    package let heightMM: Int?
    /// The fewest pixels a module of a code may have; 1 where a pixel is as large as on a terminal.
    package let leastModulePixels: Int
    /// How fast it may be drawn, and how long it may take.
    package let rhythm: DisplayRhythm

    /// Makes a geometry.
    ///
    /// - Parameter antialias: nil decides by the panel: not on one-bit ones, nor up to 128 columns.
    package init(
        width: Int,
        height: Int,
        isMono: Bool = false,
        antialias: Bool? = nil,
        widthMM: Int? = nil,
        heightMM: Int? = nil,
        leastModulePixels: Int = 2,
        rhythm: DisplayRhythm = DisplayRhythm()
    ) {
        self.width = width
        self.height = height
        self.isMono = isMono
        self.antialias = antialias ?? (!isMono && width > 128)
        self.widthMM = widthMM
        self.heightMM = heightMM
        self.leastModulePixels = leastModulePixels
        self.rhythm = rhythm
    }

    /// The same display with rows taken away.
    package func without(rows: Int) -> DisplayGeometry {
        var smaller = self
        smaller.height -= rows
        return smaller
    }

    /// Millimetres a pixel, if the size of the glass is known.
    package var pitch: Double? {
        guard let widthMM, widthMM > 0, width > 0 else { return nil }
        return Double(widthMM) / Double(width)
    }
}
