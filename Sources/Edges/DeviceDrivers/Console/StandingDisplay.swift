// SPDX-License-Identifier: Apache-2.0

import Raster

/// A display on a stand: it draws only while the glass is ours, and its light follows what is shown.
struct StandingDisplay: DisplayDriver {
    let display: any DisplayDriver
    let stand: DisplayStand

    var geometry: DisplayGeometry { display.geometry }

    func show(_ surface: Surface, label: String) async throws(DeviceError) {
        try await stand.show(surface, label: label, on: display)
    }

    func distrust() async { await display.distrust() }

    func appearance(of surface: Surface) async -> Luminance { await display.appearance(of: surface) }

    func compare(_ rect: PixelRect, _ sample: LineSample) async -> GlassComparison {
        await stand.compare(rect, sample, on: display)
    }

    func readBack() async -> Luminance? { await stand.readBack(from: display) }

    func poll() async -> DisplayHealth { await display.poll() }

    func reopen() async throws(DeviceError) { try await display.reopen() }

    func close() async { await stand.close(display) }
}
