// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Something a payer looks at.
///
/// A driver shows whole pictures and remembers nothing about what they mean. Showing the same picture
/// twice is harmless: whoever uses a driver repeats itself after every restart.
package protocol DisplayDriver: Sendable {
    /// What pictures must look like; it changes only in ``reopen()``.
    nonisolated var geometry: DisplayGeometry { get }

    /// Whether others cannot have the device while we have it, so that it has to be given away before they can.
    nonisolated var keepsOthersOff: Bool { get }

    /// Puts a picture on the glass and returns when it is there.
    ///
    /// - Parameters:
    ///   - surface: a picture of the size that ``geometry`` says.
    ///   - label: a short word for the kind of picture, such as `paid`; with a new word the panel is
    ///     woken and everything is sent again, with the same one only what has changed is.
    /// - Throws: ``DeviceError/mismatch(_:)`` if the picture has another size, and whatever the device
    ///   answers; the glass then shows the old picture, the new one or some lines of each.
    func show(_ surface: Surface, label: String) async throws(DeviceError)

    /// Tells whether the device is still what it was when it was opened.
    func poll() async -> DisplayHealth

    /// Opens the device again after it has changed or gone; the next picture is sent whole.
    func reopen() async throws(DeviceError)

    /// Makes the next picture wake the panel and go out whole, for glass that others may have drawn on or
    /// that went dark without telling.
    func distrust() async

    /// Leaves the glass to others until ``takeBack()``, as long as the console belongs to them; pictures
    /// are refused.
    func giveWay() async

    /// Takes the glass back; the next picture is sent whole.
    ///
    /// - Throws: ``DeviceError/busy(_:)`` if somebody keeps it.
    func takeBack() async throws(DeviceError)

    /// Gives the device back; pictures are refused from then on.
    func close() async

    /// What a payer sees of a picture: after it was spelt and turned as the device wants it.
    func appearance(of surface: Surface) async -> Luminance

    /// Compares what the device has with what it was sent last.
    ///
    /// Reading a device is slow, so only some of the lines that show a rectangle are read.
    ///
    /// - Parameters:
    ///   - rect: a part of the picture.
    ///   - sample: which of its lines.
    func compare(_ rect: PixelRect, _ sample: LineSample) async -> GlassComparison

    /// Reads back what the device has, upright; nil if it cannot be read.
    func readBack() async -> Luminance?
}

extension DisplayDriver {
    /// It can be had by several at the same time.
    package nonisolated var keepsOthersOff: Bool { false }

    /// Does nothing: the glass is nobody else's.
    package func giveWay() async {}

    /// Does nothing: the glass was nobody else's.
    package func takeBack() async throws(DeviceError) {}

    /// Puts a picture without a label on the glass.
    package func show(_ surface: Surface) async throws(DeviceError) {
        try await show(surface, label: "")
    }
}

extension DisplayGeometry {
    /// Refuses pictures of another size.
    func check(_ surface: Surface) throws(DeviceError) {
        guard surface.width == width, surface.height == height else {
            throw .mismatch(
                "a picture of \(surface.width)x\(surface.height) pixels for a display of \(width)x\(height): draw it again"
            )
        }
    }
}
