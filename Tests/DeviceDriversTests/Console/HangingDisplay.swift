// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster

/// A display whose picture and whose end hang until somebody helps them on.
actor HangingDisplay: DisplayDriver {
    nonisolated let geometry = DisplayGeometry(width: 8, height: 8)
    /// Tells of each picture that begins.
    nonisolated let beginnings: AsyncStream<Void>
    private let began: AsyncStream<Void>.Continuation
    private var waiting: CheckedContinuation<Void, Never>?
    private var ends: CheckedContinuation<Void, Never>?

    init() { (beginnings, began) = AsyncStream.makeStream(of: Void.self) }

    func show(_ surface: Surface, label: String) async throws(DeviceError) {
        await withCheckedContinuation { continuation in
            waiting = continuation
            began.yield()
        }
    }

    /// Lets the picture come.
    func goOn() { waiting?.resume() }

    func poll() -> DisplayHealth { .ok }
    func reopen() throws(DeviceError) {}
    func close() async {
        await withCheckedContinuation { continuation in
            ends = continuation
            began.yield()
        }
    }

    /// Lets the end come.
    func end() { ends?.resume() }
}
