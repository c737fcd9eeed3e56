// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Which lines of a device are compared: every ``step``th, from ``first`` on.
package struct LineSample: Hashable, Sendable {
    /// The first line, 0 to `step - 1`.
    package let first: Int
    /// From one line to the next; 1 for all of them.
    package let step: Int

    /// Names some lines; numbers that make no sense become the nearest that do.
    package init(first: Int, step: Int) {
        self.step = max(1, step)
        self.first = max(0, first) % self.step
    }

    /// All lines.
    package static let all = LineSample(first: 0, step: 1)
}

/// What comparing a device with what it was sent came to.
package enum GlassComparison: Hashable, Sendable {
    /// The device cannot be read, or was sent nothing yet.
    case unreadable
    /// It looks as it was sent.
    case asSent
    /// It looks otherwise.
    case differs
}

/// What a driver does that cannot read its device.
extension DisplayDriver {
    /// Takes the picture as it was drawn.
    package func appearance(of surface: Surface) -> Luminance { Luminance(surface) }

    /// Says that nobody knows.
    package func compare(_ rect: PixelRect, _ sample: LineSample) -> GlassComparison { .unreadable }

    /// Says that nobody knows.
    package func readBack() -> Luminance? { nil }

    /// Does nothing: such a device is sent whole pictures.
    package func distrust() {}
}
