// SPDX-License-Identifier: Apache-2.0

package import Raster

/// A display that may hang: whoever waits for it and is cancelled goes on, and the call stays behind on the
/// display's own thread.
///
/// It waits for as long as it takes; how long that may be is for the caller to say, who has the clock.
package final class PatientDisplay<Display: BlockingDisplay>: DisplayDriver {
    /// What pictures must look like.
    package var geometry: DisplayGeometry { display.geometry }

    /// Whether others cannot have the device while we have it.
    package var keepsOthersOff: Bool { display.keepsOthersOff }

    private let display: Display
    private let lane: PatientLane

    /// Takes a display over.
    package init(_ display: Display) {
        self.display = display
        lane = PatientLane(display.thread, name: display.path)
    }

    /// Puts a picture on the glass; of the pictures that come while it hangs, only the newest is shown.
    ///
    /// - Throws: ``DeviceError/timedOut(_:)`` if the caller was cancelled first, and what the display says.
    package func show(_ surface: Surface, label: String) async throws(DeviceError) {
        try await call(.show) { (display) throws(DeviceError) in try display.show(surface, label: label) }
    }

    /// Tells how the display is, and at once that it is stuck.
    package func poll() async -> DisplayHealth {
        guard !lane.isStuck else { return .stuck }
        do {
            return try await call(.poll) { (display) throws(DeviceError) in display.poll() }
        } catch {
            return .stuck
        }
    }

    /// Opens the device again.
    ///
    /// - Throws: ``DeviceError/timedOut(_:)`` if the caller was cancelled first, and what the display says.
    package func reopen() async throws(DeviceError) {
        try await call(.reopen) { (display) throws(DeviceError) in try display.reopen() }
    }

    /// Makes the next picture go out whole, as soon as it does not hang any more.
    package func distrust() async {
        // Whoever is cancelled has been heard: it is done behind them.
        _ = try? await call(.distrust) { (display) throws(DeviceError) in display.distrust() }
    }

    /// What a payer sees of a picture; as it was drawn, if the display hangs.
    package func appearance(of surface: Surface) async -> Luminance {
        do {
            return try await call(.appearance) { (display) throws(DeviceError) in display.appearance(of: surface) }
        } catch {
            return Luminance(surface)
        }
    }

    /// Compares what the device has with what it was sent; nobody knows if it hangs.
    package func compare(_ rect: PixelRect, _ sample: LineSample) async -> GlassComparison {
        do {
            return try await call(.compare) { (display) throws(DeviceError) in display.compare(rect, sample) }
        } catch {
            return .unreadable
        }
    }

    /// Reads back what the device has; nil if it cannot be read, or hangs.
    package func readBack() async -> Luminance? {
        do {
            return try await call(.readBack) { (display) throws(DeviceError) in display.readBack() }
        } catch {
            return nil
        }
    }

    /// Leaves the glass to others, as soon as it does not hang any more.
    package func giveWay() async {
        // Whoever is cancelled has been heard: the glass is left behind them.
        _ = try? await call(.giveWay) { (display) throws(DeviceError) in display.leaveGlass() }
    }

    /// Takes the glass back.
    ///
    /// - Throws: ``DeviceError/timedOut(_:)`` if the caller was cancelled first, and what the display says.
    package func takeBack() async throws(DeviceError) {
        try await call(.takeBack) { (display) throws(DeviceError) in try display.regainGlass() }
    }

    /// Gives the device back, as soon as it does not hang any more.
    package func close() async {
        // Whoever is cancelled has been heard: the device is closed behind them.
        _ = try? await call(.close) { (display) throws(DeviceError) in display.close() }
    }

    private func call<Answer: Sendable>(
        _ kind: PatientLane.Kind,
        _ body: @escaping @Sendable (isolated Display) throws(DeviceError) -> Answer
    ) async throws(DeviceError) -> Answer {
        let display = display
        return try await lane.call(kind) {
            display.assumeIsolated { display in
                do throws(DeviceError) {
                    return .success(try body(display))
                } catch {
                    return .failure(error)
                }
            }
        }.get()
    }
}
