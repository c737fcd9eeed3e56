// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@Suite struct `What an eye sees of a picture` {
    static let formats: [PixelFormat] = [
        .xrgb8888, .xbgr8888, .rgb888, .bgr888, .rgb565, .bgr565, .rgb555, .grey8,
        .mono(order: .leftLowest, whiteIsSet: true), .mono(order: .leftHighest, whiteIsSet: false),
        .packed(
            bits: 32, red: .init(offset: 20, length: 10), green: .init(offset: 10, length: 10),
            blue: .init(offset: 0, length: 10), alpha: .init(offset: 30, length: 2)),
    ]

    /// A picture without any symmetry.
    private func picture(_ layout: PixelLayout, colors: [UInt32]) throws -> Surface {
        var surface = try Surface(width: layout.pictureWidth, height: layout.pictureHeight)
        for y in 0..<surface.height {
            for x in 0..<surface.width {
                surface.fill(
                    PixelRect(x: x, y: y, width: 1, height: 1),
                    with: Color(colors[(x * x + 3 * y + x * y / 5) % colors.count]))
            }
        }
        return surface
    }

    @Test(arguments: formats, Rotation.allCases)
    func `black and white come back from every format and turn`(format: PixelFormat, rotation: Rotation) throws {
        let layout = try PixelLayout(width: 29, height: 17, format: format, rotation: rotation)
        let surface = try picture(layout, colors: [0, 0xFF_FFFF, 0xFF_FFFF])

        #expect(Luminance(surface, through: layout) == Luminance(surface))
    }

    @Test(arguments: [PixelFormat.xrgb8888, .bgr888, .rgb565], Rotation.allCases)
    func `colours come back to within what the format rounds`(format: PixelFormat, rotation: Rotation) throws {
        let layout = try PixelLayout(width: 31, height: 13, format: format, rotation: rotation)
        let surface = try picture(layout, colors: [0xFF0000, 0x00FF00, 0x0000FF, 0x1B62D1, 0xF08A24, 0x808080])

        let drawn = Luminance(surface)
        let seen = Luminance(surface, through: layout)

        #expect(seen.width == surface.width && seen.height == surface.height)
        #expect(zip(drawn.levels, seen.levels).allSatisfy { abs(Int($0) - Int($1)) <= 8 })
    }

    @Test(arguments: [PixelFormat.rgb565, .mono(order: .leftLowest, whiteIsSet: true)], Rotation.allCases)
    func `a rectangle is shown by the lines that it changes`(format: PixelFormat, rotation: Rotation) throws {
        let layout = try PixelLayout(width: 40, height: 22, format: format, rotation: rotation)
        let plain = try Surface(width: layout.pictureWidth, height: layout.pictureHeight)
        for rect in [
            PixelRect(x: 3, y: 5, width: 7, height: 4), PixelRect(x: 0, y: 0, width: 1, height: 1), plain.bounds,
        ] {
            var marked = plain
            marked.fill(rect, with: .black)
            var before = [UInt8](repeating: 0, count: layout.lineBytes)
            var after = before

            let lines = layout.lines(of: rect)

            let changed = (0..<layout.height).filter { y in
                layout.makeLine(y, of: plain, into: &before)
                layout.makeLine(y, of: marked, into: &after)
                return before != after
            }
            #expect(Array(lines) == changed)
        }
        #expect(layout.lines(of: PixelRect(x: 90, y: 0, width: 5, height: 5)).isEmpty)
    }

    @Test func `lines that are too few make no picture`() throws {
        let layout = try PixelLayout(width: 8, height: 2, format: .grey8)

        #expect(throws: RasterError.impossibleSize(width: 8, height: 2)) {
            try Luminance(lines: [UInt8](repeating: 0, count: 15), of: layout)
        }
        #expect(throws: RasterError.impossibleSize(width: 2, height: 2)) {
            try Luminance(width: 2, height: 2, levels: [0, 0, 0])
        }
    }

    @Test func `every pixel is repeated, and pictures stay small enough`() throws {
        let small = try Luminance(width: 2, height: 1, levels: [7, 9])

        #expect(small.enlarged(by: 2) == (try Luminance(width: 4, height: 2, levels: [7, 7, 9, 9, 7, 7, 9, 9])))
        #expect(small.enlarged(by: Surface.sideLimit) == nil)
    }

    @Test func `pictures are the same where they are, and only there`() throws {
        let plain = try Surface(width: 20, height: 10)
        var marked = plain
        marked.fill(PixelRect(x: 12, y: 4, width: 1, height: 1), with: .black)

        #expect(plain.isSame(as: marked, in: PixelRect(x: 0, y: 0, width: 12, height: 10)))
        #expect(plain.isSame(as: marked, in: PixelRect(x: 13, y: 0, width: 90, height: 90)))
        #expect(!plain.isSame(as: marked, in: PixelRect(x: 12, y: 4, width: 1, height: 1)))
        #expect(!plain.isSame(as: try Surface(width: 20, height: 11), in: PixelRect(x: 0, y: 0, width: 1, height: 1)))
    }
}
