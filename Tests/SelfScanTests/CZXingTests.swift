// SPDX-License-Identifier: Apache-2.0

import CZXing
import Raster
import Testing

@Suite struct `The reader behind its C interface` {
    private func read(
        _ levels: [UInt8]?, _ width: Int, _ height: Int, stride: Int, room: Int = 7089, codes: Int = 2
    ) -> (count: Int32, payload: [UInt8], codes: [czxing_code]) {
        // What lies behind the room must stay as it is.
        var payload = [UInt8](repeating: 0xA5, count: room + 16)
        var found = [czxing_code](repeating: czxing_code(), count: max(1, codes))
        let count =
            levels?.withUnsafeBufferPointer { levels in
                czxing_read(
                    levels.baseAddress, Int32(width), Int32(height), Int32(stride), CZXING_IN_THE_MIDDLE, &found,
                    codes, &payload, room)
            }
            ?? czxing_read(
                nil, Int32(width), Int32(height), Int32(stride), CZXING_IN_THE_MIDDLE, &found, codes, &payload, room)
        return (count, payload, found)
    }

    @Test func `answers where the code is and what it says`() throws {
        let surface = try Picture.code("https://pay.example/1")
        let picture = Luminance(surface)

        let (count, payload, codes) = read(picture.levels, picture.width, picture.height, stride: picture.width)

        #expect(count == 1)
        #expect(
            Array(payload[codes[0].offset..<codes[0].offset + codes[0].length]) == Array("https://pay.example/1".utf8))
        #expect(abs(Int(codes[0].x.0) - 28) <= 2 && abs(Int(codes[0].y.0) - 28) <= 2)
        #expect(codes[0].is_mirrored == 0)
    }

    @Test(arguments: [(0, 10, 10), (10, 0, 10), (10, 10, 9), (-1, 10, 10), (10, -5, 10)])
    func `refuses pictures that make no sense`(width: Int, height: Int, stride: Int) {
        #expect(read([UInt8](repeating: 255, count: 100), width, height, stride: stride).count == CZXING_MISUSED)
    }

    @Test func `refuses to write nowhere`() {
        #expect(read(nil, 10, 10, stride: 10).count == CZXING_MISUSED)
        #expect(read([UInt8](repeating: 255, count: 100), 10, 10, stride: 10, codes: 0).count == CZXING_MISUSED)
    }

    @Test(arguments: [0, 1, 20])
    func `leaves out what does not fit, and writes not a byte behind the room`(room: Int) throws {
        let picture = Luminance(try Picture.code("https://pay.example/1"))

        let (count, payload, _) = read(
            picture.levels, picture.width, picture.height, stride: picture.width, room: room)

        #expect(count == 0)
        #expect(payload.allSatisfy { $0 == 0xA5 })
    }

    @Test func `takes pictures of every size down to a pixel, and noise`() {
        for side in [1, 2, 3, 7, 8, 20, 39, 40, 41] {
            let noise = (0..<side * side).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }

            #expect(read(noise, side, side, stride: side).count == 0)
        }
    }

    @Test func `is the version that was measured`() {
        #expect(czxing_version() / 100 == 104)
    }
}
