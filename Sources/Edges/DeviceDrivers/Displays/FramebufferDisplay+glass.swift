// SPDX-License-Identifier: Apache-2.0

package import Raster

extension FramebufferDisplay {
    /// Takes a picture through the device's format and turn.
    package func appearance(of surface: Surface) -> Luminance {
        guard surface.width == layout.pictureWidth, surface.height == layout.pictureHeight else {
            return Luminance(surface)
        }
        return Luminance(surface, through: layout)
    }

    /// Compares lines of the device with the bytes that were sent.
    ///
    /// Bits that mean no colour are left out, and so is what a device rounds: what matters is how it looks.
    package func compare(_ rect: PixelRect, _ sample: LineSample) -> GlassComparison {
        guard let glass else { return .unreadable }
        var sent = [UInt8](repeating: 0, count: layout.width)
        var seen = sent
        var isKnown = false
        for y in layout.lines(of: rect) where y % sample.step == sample.first {
            guard let line = shadow.sentLine(y) else { continue }
            guard let bytes = glass.take(line.count, at: origin + y * layout.stride) else { return .unreadable }
            isKnown = true
            if bytes.elementsEqual(line) { continue }
            layout.readLine(line[...], into: &sent)
            layout.readLine(bytes[...], into: &seen)
            let looksOther = zip(sent, seen).contains { abs(Int($0) - Int($1)) > Self.roundingMax }
            if looksOther { return .differs }
        }
        return isKnown ? .asSent : .unreadable
    }

    /// Reads all lines of the device.
    package func readBack() -> Luminance? {
        guard let glass else { return nil }
        var lines: [UInt8] = []
        lines.reserveCapacity(layout.lineBytes * layout.height)
        for y in 0..<layout.height {
            guard let bytes = glass.take(layout.lineBytes, at: origin + y * layout.stride) else { return nil }
            lines += bytes
        }
        return try? Luminance(lines: lines, of: layout)
    }

    /// Levels by which a device may show another grey than it was sent: those of four bits, and some more.
    static let roundingMax = 32
}
