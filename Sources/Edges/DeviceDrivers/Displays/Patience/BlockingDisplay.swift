// SPDX-License-Identifier: Apache-2.0

package import Raster

/// A display whose calls block its own thread, until the device has done what it was asked.
package protocol BlockingDisplay: Actor, DisplayDriver {
    /// The thread that the display's calls block.
    nonisolated var thread: DeviceThread { get }

    /// The device's path, for messages.
    nonisolated var path: String { get }

    /// Puts a picture on the glass; see ``DisplayDriver``.
    func show(_ surface: Surface, label: String) throws(DeviceError)

    /// Tells how the device is; see ``DisplayDriver``.
    func poll() -> DisplayHealth

    /// Opens the device again; see ``DisplayDriver``.
    func reopen() throws(DeviceError)

    /// What a payer sees of a picture; see ``DisplayDriver``.
    func appearance(of surface: Surface) -> Luminance

    /// Compares what the device has with what it was sent; see ``DisplayDriver``.
    func compare(_ rect: PixelRect, _ sample: LineSample) -> GlassComparison

    /// Reads back what the device has; see ``DisplayDriver``.
    func readBack() -> Luminance?

    /// Makes the next picture go out whole; see ``DisplayDriver``.
    func distrust()

    /// Leaves the glass to others, if it can; see ``DisplayDriver``.
    func leaveGlass()

    /// Takes the glass back, if it was left; see ``DisplayDriver``.
    func regainGlass() throws(DeviceError)

    /// Gives the device back; see ``DisplayDriver``.
    func close()
}

extension BlockingDisplay {
    /// Does nothing: the glass is nobody else's.
    package func leaveGlass() {}

    /// Does nothing: the glass was nobody else's.
    package func regainGlass() throws(DeviceError) {}

    /// Leaves the glass to others.
    package func giveWay() async { leaveGlass() }

    /// Takes the glass back.
    package func takeBack() async throws(DeviceError) { try regainGlass() }

    /// The same display, which nobody waits for longer than they want.
    package nonisolated var patient: any DisplayDriver { PatientDisplay(self) }
}
