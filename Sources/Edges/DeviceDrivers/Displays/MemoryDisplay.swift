// SPDX-License-Identifier: Apache-2.0

package import Raster

/// A display without glass: it keeps the last pictures for whoever asks.
package actor MemoryDisplay: DisplayDriver {
    /// A picture that was shown.
    package struct Frame: Hashable, Sendable {
        /// The word that came with it.
        package let label: String
        /// The picture.
        package let surface: Surface
    }

    /// What pictures must look like.
    package nonisolated let geometry: DisplayGeometry
    /// The last pictures, oldest first, without repetitions.
    package private(set) var frames: [Frame] = []
    /// Tells whether the display was given back.
    package private(set) var isClosed = false

    private let limit: Int
    private var failures: [DeviceError] = []

    /// Makes a display.
    ///
    /// - Parameters:
    ///   - geometry: what pictures must look like.
    ///   - limit: how many pictures are kept; the oldest go first.
    package init(geometry: DisplayGeometry, limit: Int = 64) {
        self.geometry = geometry
        self.limit = max(1, limit)
    }

    /// Lets the next picture fail with an error.
    package func failNext(with error: DeviceError) {
        failures.append(error)
    }

    /// Keeps a picture unless it is the one that was shown last.
    package func show(_ surface: Surface, label: String) throws(DeviceError) {
        guard !isClosed else { throw .gone("the display in memory") }
        if !failures.isEmpty { throw failures.removeFirst() }
        try geometry.check(surface)
        let frame = Frame(label: label, surface: surface)
        guard frame != frames.last else { return }
        frames.append(frame)
        if frames.count > limit { frames.removeFirst(frames.count - limit) }
    }

    /// Tells whether the display still takes pictures.
    package func poll() -> DisplayHealth { isClosed ? .gone : .ok }

    /// Does nothing: memory cannot leave.
    ///
    /// - Throws: ``DeviceError/gone(_:)`` after ``close()``.
    package func reopen() throws(DeviceError) {
        if isClosed { throw .gone("the display in memory") }
    }

    /// Refuses pictures from now on.
    package func close() {
        isClosed = true
    }
}
