// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@Suite struct `The way to a device's memory` {
    private static func spots(_ width: Int, _ height: Int, _ rect: PixelRect) throws -> Surface {
        var surface = try Surface(width: width, height: height)
        surface.fill(rect, with: .black)
        return surface
    }

    @Test(arguments: Rotation.allCases)
    func `a part of a picture has its place on the device`(rotation: Rotation) throws {
        let layout = try PixelLayout(width: 9, height: 5, format: .grey8, rotation: rotation)
        let rect = PixelRect(x: 1, y: 2, width: 2, height: 1)
        let surface = try Self.spots(layout.pictureWidth, layout.pictureHeight, rect)

        let place = layout.place(of: rect)

        var line = [UInt8](repeating: 0, count: 9)
        for y in 0..<5 {
            layout.makeLine(y, of: surface, into: &line)
            for x in 0..<9 {
                let isInside = (place.x..<place.right).contains(x) && (place.y..<place.bottom).contains(y)
                #expect((line[x] == 0) == isInside)
            }
        }
        #expect(layout.place(of: surface.bounds) == PixelRect(x: 0, y: 0, width: 9, height: 5))
    }

    @Test(arguments: [
        (PixelFormat.xrgb8888, 5..<6), (.rgb565, 4..<6), (.rgb888, 4..<8), (.grey8, 4..<8),
        (.grey4(order: .leftLowest), 0..<8), (.mono(order: .leftLowest, whiteIsSet: true), 0..<32),
    ])
    func `a part of a line is widened to words`(format: PixelFormat, pixels: Range<Int>) throws {
        let layout = try PixelLayout(width: 100, height: 1, format: format)

        #expect(layout.wholeWords(5..<6) == pixels)
        #expect(layout.wholeWords(99..<100).upperBound == 100)
        #expect(layout.bytes(of: pixels).lowerBound % 4 == 0)
        #expect(layout.bytes(of: pixels).count % 4 == 0)
    }

    @Test func `a part of a line leaves the rest of it alone`() throws {
        let layout = try PixelLayout(width: 12, height: 1, format: .rgb565)
        let surface = try Surface(width: 12, height: 1, color: Color(0xFF0000))

        var line = [UInt8](repeating: 1, count: 24)
        layout.makeLine(0, of: surface, pixels: 4..<6, into: &line)

        #expect(line == [UInt8](repeating: 1, count: 8) + [0, 0xF8, 0, 0xF8] + [UInt8](repeating: 1, count: 12))
    }

    @Test(arguments: [
        (PixelFormat.xrgb8888, Rotation.none, true), (.xbgr8888, .none, false), (.xrgb8888, .half, false),
        (.rgb565, .none, false),
    ])
    func `only a picture that lies as it is drawn is copied`(format: PixelFormat, rotation: Rotation, isVerbatim: Bool)
        throws
    {
        #expect(try PixelLayout(width: 2, height: 2, format: format, rotation: rotation).isVerbatim == isVerbatim)
        #expect(try !PixelLayout(width: 2, height: 2, format: format, hasTwoLevels: true).isVerbatim)
    }

    @Test(arguments: [
        [PixelRect(x: 3, y: 2, width: 1, height: 1)], [PixelRect(x: 0, y: 0, width: 20, height: 10)],
        [PixelRect(x: 0, y: 9, width: 1, height: 1), PixelRect(x: 19, y: 0, width: 1, height: 1)],
        [PixelRect(x: 5, y: 3, width: 2, height: 2), PixelRect(x: 9, y: 4, width: 1, height: 4)], [],
    ])
    func `two pictures differ in the smallest rectangle that holds what differs`(spots: [PixelRect]) throws {
        let before = try Surface(width: 20, height: 10)
        var after = before
        for spot in spots { after.fill(spot, with: .black) }

        let difference = after.difference(from: before)

        let left = spots.map(\.x).min()
        let top = spots.map(\.y).min()
        #expect(difference?.x == left)
        #expect(difference?.y == top)
        #expect(difference?.right == spots.map(\.right).max())
        #expect(difference?.bottom == spots.map(\.bottom).max())
    }

    @Test func `pictures of different sizes differ everywhere`() throws {
        let one = try Surface(width: 3, height: 2)
        let other = try Surface(width: 2, height: 3)

        #expect(one.difference(from: other) == one.bounds)
    }
}
