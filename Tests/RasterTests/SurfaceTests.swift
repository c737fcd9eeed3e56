// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@Suite struct `Drawing on a surface` {
    @Test func `what lies outside is left out`() throws {
        var surface = try Surface(width: 10, height: 10)
        let stamp = try Surface(width: 6, height: 6, color: Color(0x112233))

        surface.fill(PixelRect(x: -5, y: 8, width: 8, height: 50), with: .black)
        surface.blit(stamp, x: 7, y: -3)
        surface.fill(.disc(x: 20, y: 20, radius: 5), with: .black)

        for y in 0..<10 {
            for x in 0..<10 {
                let expected: UInt32 = x < 3 && y >= 8 ? 0 : x >= 7 && y < 3 ? 0x112233 : 0xFF_FFFF
                #expect(surface[x, y] == expected)
            }
        }
    }

    @Test func `a disc has the area of a circle and a soft edge unless it is crisp`() throws {
        var soft = try Surface(width: 101, height: 101)
        var crisp = soft

        soft.fill(.disc(x: 50.5, y: 50.5, radius: 40), with: .black)
        crisp.fill(.disc(x: 50.5, y: 50.5, radius: 40), with: .black, crisp: true)

        let ink = soft.pixels.reduce(0.0) { $0 + Double(255 - ($1 & 0xFF)) / 255 }
        #expect(abs(ink - 3.14159 * 1600) < 30)
        #expect(Set(crisp.pixels) == [0, 0xFF_FFFF])
        #expect(Set(soft.pixels).count > 10)
    }

    @Test func `every symbol has a shape of its own`() throws {
        var shapes: Set<[UInt32]> = []

        for symbol in Symbol.allCases {
            var surface = try Surface(width: 48, height: 48)
            surface.draw(symbol, in: surface.bounds, color: .black, mark: .white, crisp: true)
            let ink = surface.pixels.count { $0 == 0 }
            #expect((200..<2000).contains(ink), "\(symbol)")
            shapes.insert(surface.pixels)
        }

        #expect(shapes.count == Symbol.allCases.count)
    }

    @Test(arguments: [(0.0, 0), (0.25, 25), (0.5, 50), (1.0, 100), (7.0, 100), (-.infinity, 0), (.nan, 0)])
    func `a bar is as full as its share`(share: Double, percent: Int) throws {
        var surface = try Surface(width: 100, height: 6)

        surface.drawBar(in: surface.bounds, share: share, color: .black, track: Color(0xCCCCCC), crisp: true)

        #expect((0..<100).count { surface[$0, 3] == 0 } == percent)
    }

    @Test func `contrast is that of the guidelines`() {
        #expect(abs(Color.black.contrast(with: .white) - 21) < 0.01)
        #expect(abs(Color(0x777777).contrast(with: .white) - 4.48) < 0.01)
    }

    @Test func `sizes without a pixel or beyond the limit are refused`() {
        #expect(throws: RasterError.impossibleSize(width: 0, height: 1)) { try Surface(width: 0, height: 1) }
        #expect(throws: RasterError.impossibleSize(width: 1, height: 8193)) { try Surface(width: 1, height: 8193) }
    }
}
