// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster

/// A display in memory whose picture, and what it says of it, a test makes up.
actor GlassDisplay: DisplayDriver {
    nonisolated let geometry = DisplayGeometry(width: 320, height: 240)
    /// The kinds of pictures as they come.
    nonisolated let labels: AsyncStream<String>
    /// A word each time that its memory is compared.
    nonisolated let compared: AsyncStream<Void>
    let memory: MemoryDisplay
    /// What payers see instead of the picture; nil is the picture.
    private var seen: Luminance?
    /// What it says of its memory, and what is in it.
    private var answers: [(GlassComparison, Luminance?)] = []
    private(set) var distrusts = 0
    private let tell: AsyncStream<String>.Continuation
    private let tellCompared: AsyncStream<Void>.Continuation

    init() {
        memory = MemoryDisplay(geometry: geometry)
        (labels, tell) = AsyncStream.makeStream(of: String.self)
        (compared, tellCompared) = AsyncStream.makeStream(of: Void.self)
    }

    /// Has payers see something else.
    func show(payersThis picture: Luminance?) { seen = picture }

    /// What it says the next times, the last one for ever.
    func say(_ answers: (GlassComparison, Luminance?)...) { self.answers = answers }

    func show(_ surface: Surface, label: String) async throws(DeviceError) {
        try await memory.show(surface, label: label)
        tell.yield(label)
    }

    func poll() async -> DisplayHealth { await memory.poll() }
    func reopen() async throws(DeviceError) { try await memory.reopen() }

    func close() async {
        await memory.close()
        tell.finish()
        tellCompared.finish()
    }

    func appearance(of surface: Surface) -> Luminance { seen ?? Luminance(surface) }

    func compare(_ rect: PixelRect, _ sample: LineSample) -> GlassComparison {
        tellCompared.yield()
        return answers.first?.0 ?? .asSent
    }

    func readBack() -> Luminance? {
        guard let picture = answers.first?.1 else { return nil }
        if answers.count > 1 { answers.removeFirst() }
        return picture
    }

    func distrust() { distrusts += 1 }
}
