// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster
import Scenes
import SelfScan

extension Painter {
    /// Every how manieth line is compared at a time: reading a device's memory is slow, and what others draw is
    /// higher than a few lines.
    static let lineStep = 8

    /// Compares the glass with the code that is up, and draws it again where others have drawn on it.
    ///
    /// - Returns: what stands there in place of the code, if the code has to be taken down; nil if not.
    /// - Throws: ``DeviceError`` if the picture had to be sent again and the display did not take it.
    func look() async throws -> ScanVerdict? {
        guard let standing, let display, !watch.isBlind else { return nil }
        let patience = display.geometry.rhythm.patience
        let health = try? await within(patience, clock) { await display.poll() }
        guard health == .ok else { return nil }
        switch watch.step(await sight(of: standing, on: display)) {
        case .leave: return nil
        case .redraw:
            try await within(patience, clock) {
                await display.distrust()
                try await display.show(standing.picture, label: standing.label)
            }
            return nil
        case .withhold(let verdict): return verdict
        }
    }

    /// What became of reading the display's memory so far.
    var glass: DisplayReport.Glass {
        if watch.isBlind || watch.isSilent { return .unreadable }
        return watch.isTrusted ? .asSent : .notCompared
    }

    private func sight(of standing: Standing, on display: any DisplayDriver) async -> GlassWatch.Sight {
        let sample = LineSample(first: looks, step: Self.lineStep)
        looks = (looks + 1) % Self.lineStep
        let rect = standing.measure?.symbol ?? standing.picture.bounds
        let patience = display.geometry.rhythm.patience
        switch try? await within(patience, clock, { await display.compare(rect, sample) }) {
        case .asSent: return .asSent
        case .differs: break
        // One that hangs is found out when it is painted.
        case .unreadable, nil: return .unreadable
        }
        guard let picture = try? await within(patience, clock, { await display.readBack() }) else {
            return .unreadable
        }
        let scan = SelfScan(of: picture, payload: standing.code.payload, pitch: pitch)
        return scan.verdict == .matches ? .sameCode : .other(scan.verdict)
    }

    /// Draws a sample of a code for the display without showing it, once for each size that the display has.
    ///
    /// - Returns: how it reads; nil if that is known already, or there is no display.
    func rehearse() async -> (report: DisplayReport, scan: SelfScan?)? {
        guard let display, display.geometry != rehearsedFor else { return nil }
        let geometry = display.geometry
        rehearsedFor = geometry
        let report = DisplayReport(width: geometry.width, height: geometry.height, pitch: pitch)
        guard let picture = try? renderer.draw(.code(Self.sample), geometry: geometry) else { return (report, nil) }
        let seen = await appearance(of: picture, on: display)
        return (report, SelfScan(of: seen, payload: Self.sample.payload, pitch: pitch))
    }

    /// A code as long as those of most wallets: 29 modules.
    ///
    /// Source: the specification of framebuffers, section 10.
    static let sample = CodeScreen(
        payload: "https://qr.example.com/0123456789ABCDEFGHIJKLM",
        amount: ShownAmount(text: "12.50", sign: "¥", code: "CNY"), merchant: "Sample",
        validity: .countdown(secondsLeft: 60, of: 60), order: "0000")
}
