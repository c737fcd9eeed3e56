// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster

/// A display whose memory is a file in memory that is mapped: everything that the benches know of display drivers.
struct GlassCopy {
    private let display: FramebufferDisplay

    /// Opens it with 32 bits a pixel.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it cannot be opened.
    init(_ glass: GlassFile) throws(BenchFault) {
        do {
            let layout = try PixelLayout(width: GlassFile.width, height: GlassFile.height, format: .xrgb8888)
            display = try FramebufferDisplay(mapping: glass.path, layout: layout)
        } catch {
            throw .missing("the display cannot be opened: \(error)")
        }
    }

    /// Shows pictures, one after the other, as changes of each other.
    ///
    /// - Returns: Seconds of each, measured on the display's own thread.
    /// - Throws: ``BenchFault/missing(_:)`` if the display refuses one.
    func show(_ pictures: [Surface]) async throws(BenchFault) -> [Double] {
        do {
            return try await display.times(pictures)
        } catch {
            throw .missing("the display takes no picture: \(error)")
        }
    }
}

extension FramebufferDisplay {
    /// Shows pictures and says how long each took; on this thread nobody has to be woken for it.
    fileprivate func times(_ pictures: [Surface]) throws(DeviceError) -> [Double] {
        var times: [Double] = []
        for picture in pictures {
            let start = Ticks.now()
            try show(picture, label: "code")
            times.append(Ticks.now() - start)
        }
        return times
    }
}
