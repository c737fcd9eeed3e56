// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster

/// A display in memory that tells a test of each picture as it comes.
actor KeepingWatchedDisplay: DisplayDriver {
    nonisolated let geometry = DisplayGeometry(width: 320, height: 240)
    /// The kinds of pictures, those that failed included.
    nonisolated let labels: AsyncStream<String>
    let memory: MemoryDisplay
    private let tell: AsyncStream<String>.Continuation

    init() {
        memory = MemoryDisplay(geometry: geometry)
        (labels, tell) = AsyncStream.makeStream(of: String.self)
    }

    func show(_ surface: Surface, label: String) async throws(DeviceError) {
        do throws(DeviceError) {
            try await memory.show(surface, label: label)
        } catch {
            tell.yield("no \(label)")
            throw error
        }
        tell.yield(label)
    }

    func poll() async -> DisplayHealth { await memory.poll() }
    func reopen() async throws(DeviceError) { try await memory.reopen() }

    func close() async {
        await memory.close()
        tell.finish()
    }
}
