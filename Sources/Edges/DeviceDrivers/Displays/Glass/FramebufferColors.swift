// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster

/// A framebuffer's colour map: what each value of a pixel, or of its colours, looks like.
struct FramebufferColors: Hashable, Sendable {
    /// Red for each value, 0 to 65535.
    private(set) var red: [UInt16]
    /// Green for each value.
    private(set) var green: [UInt16]
    /// Blue for each value.
    private(set) var blue: [UInt16]

    /// Every value its own grey.
    static let greys = FramebufferColors(bits: (8, 8, 8))

    /// Three bits of red, three of green and two of blue, as in ``PixelFormat/rgb332``.
    static let cube = FramebufferColors(
        red: (0..<256).map { ramp($0 >> 5, bits: 3) },
        green: (0..<256).map { ramp(($0 >> 2) & 7, bits: 3) },
        blue: (0..<256).map { ramp($0 & 3, bits: 2) })

    private init(red: [UInt16], green: [UInt16], blue: [UInt16]) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Makes even ramps, each for a colour of so many bits; where a colour has fewer values than the
    /// longest, its last one is repeated.
    init(bits: (Int, Int, Int)) {
        let count = 1 << min(8, max(1, bits.0, bits.1, bits.2))
        func ramps(_ bits: Int) -> [UInt16] {
            (0..<count).map { Self.ramp(min($0, (1 << min(8, max(1, bits))) - 1), bits: min(8, max(1, bits))) }
        }
        self.init(red: ramps(bits.0), green: ramps(bits.1), blue: ramps(bits.2))
    }

    private static func ramp(_ value: Int, bits: Int) -> UInt16 {
        UInt16(value * 65535 / ((1 << bits) - 1))
    }

    /// Asks the driver for its map of 256 values.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if it has none to show.
    static func read(
        from descriptor: Int32, path: String, calls: any DeviceCalls
    ) throws(DeviceError) -> FramebufferColors {
        let black = [UInt16](repeating: 0, count: 256)
        var colors = FramebufferColors(red: black, green: black, blue: black)
        guard colors.exchange(UInt(FBIOGETCMAP), descriptor, calls) == 0 else {
            throw .mismatch("\(path) does not tell its colours: set display.format")
        }
        return colors
    }

    /// Loads the map, and tells whether the driver took it.
    func load(into descriptor: Int32, calls: any DeviceCalls) -> Bool {
        var colors = self
        return colors.exchange(UInt(FBIOPUTCMAP), descriptor, calls) == 0
    }

    /// The values that come nearest to 256 greys, from black to white.
    ///
    /// - Parameter count: of values that a pixel can have.
    func nearestToGreys(among count: Int) -> [UInt8] {
        let known = (0..<max(1, min(count, red.count))).map { (Int(red[$0]), Int(green[$0]), Int(blue[$0])) }
        return (0..<256).map { level in
            let wanted = level * 257
            func distance(_ color: (Int, Int, Int)) -> Int {
                [color.0, color.1, color.2].reduce(0) { $0 + ($1 - wanted) * ($1 - wanted) }
            }
            let best = known.indices.min { distance(known[$0]) < distance(known[$1]) }
            return UInt8(best ?? 0)
        }
    }

    private mutating func exchange(_ request: UInt, _ descriptor: Int32, _ calls: any DeviceCalls) -> Int32 {
        red.withUnsafeMutableBufferPointer { red in
            green.withUnsafeMutableBufferPointer { green in
                blue.withUnsafeMutableBufferPointer { blue in
                    var map = fb_cmap(
                        start: 0,
                        len: UInt32(red.count),
                        red: red.baseAddress,
                        green: green.baseAddress,
                        blue: blue.baseAddress,
                        transp: nil
                    )
                    return calls.ask(descriptor, request, &map)
                }
            }
        }
    }
}
