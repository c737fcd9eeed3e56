// SPDX-License-Identifier: Apache-2.0

import Foundation
import Raster

/// `painter`: how long it takes from a payload to the picture for a screen of 800 x 480 pixels.
///
/// The yardstick encodes the same payload with libqrencode and copies as many bytes as the picture has: whoever draws has to
/// do that at least. Every payload is another, and words and figures have been drawn before.
struct PainterBench {
    let ground: Ground

    /// Measures in turn.
    func figures() async throws -> [Figure] {
        let drawing = try SceneDrawing()
        try check(drawing)
        let count = ground.scaled(100, short: 20)
        let comparison = try await Comparison.measure(rounds: ground.scaled(15, short: 5)) {
            try self.draw(count, drawing)
        } yardstick: {
            try self.encode(count, times: 1)
        }
        // A harness that does not see twice the work as twice the time sees nothing.
        let control = try await Comparison.measure(rounds: 5) {
            try self.encode(count, times: 2)
        } yardstick: {
            try self.encode(count, times: 1)
        }
        let double = try control.ratios().median
        guard (1.6...2.5).contains(double) else {
            throw BenchFault.control("twice the yardstick is measured as \(Number.text(double)) times the yardstick")
        }
        return [
            Figure(
                "payload to picture of 800 x 480", comparison, aim: .atMost(2),
                names: ("renderer", "libqrencode and memcpy"), more: "twice the yardstick is \(Number.text(double)) x")
        ]
    }

    /// The same payload gives the same picture, and another another, of the size of the panel.
    private func check(_ drawing: SceneDrawing) throws(BenchFault) {
        let (first, again) = (try drawing.draw(Payloads.text(1)), try drawing.draw(Payloads.text(1)))
        let other = try drawing.draw(Payloads.text(2))
        guard first == again, first != other, first.pixels.count * 4 == GlassFile.bytes else {
            throw .control("the picture does not follow the payload")
        }
        let code = try BareCode(Payloads.text(1))
        guard code.encode() == code.size else { throw .control("the yardstick encodes another code than the renderer") }
    }

    private func draw(_ count: Int, _ drawing: SceneDrawing) throws(BenchFault) -> Double {
        var times: [Double] = []
        var seen: UInt32 = 0
        for number in 0..<count {
            let payload = Payloads.text(1000 + number)
            let start = Ticks.now()
            let surface = try drawing.draw(payload)
            times.append(Ticks.now() - start)
            seen &+= surface.pixels[GlassFile.width * 200 + 100]
        }
        // Nothing that is used can be left out by the compiler.
        guard seen != 1 else { throw .nothingMeasured }
        return try Sample(times).median
    }

    private func encode(_ count: Int, times repeats: Int) throws(BenchFault) -> Double {
        let source = [UInt8](repeating: 0x55, count: GlassFile.bytes)
        var target = [UInt8](repeating: 0, count: GlassFile.bytes)
        var times: [Double] = []
        for number in 0..<count {
            let code = try BareCode(Payloads.text(1000 + number))
            let start = Ticks.now()
            var sizes = 0
            for _ in 0..<repeats {
                sizes += code.encode()
                target.withUnsafeMutableBytes { target in
                    source.withUnsafeBytes { source in
                        guard let to = target.baseAddress, let from = source.baseAddress else { return }
                        memcpy(to, from, source.count)
                    }
                }
            }
            times.append(Ticks.now() - start)
            guard sizes == repeats * code.size, target[number] == 0x55 else {
                throw .control("libqrencode makes a code of another size")
            }
        }
        return try Sample(times).median
    }
}
