// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@Suite struct `Dots of a bitmap` {
    @Test func `the left dot is the highest bit`() throws {
        var bitmap = try Bitmap(width: 12, height: 2)

        bitmap.fill(PixelRect(x: 0, y: 0, width: 1, height: 1))
        bitmap.fill(PixelRect(x: 7, y: 1, width: 3, height: 1))

        #expect(bitmap.pbm == Array("P4\n12 2\n".utf8) + [0x80, 0x00, 0x01, 0xC0])
    }

    @Test func `a rectangle is filled dot by dot and nowhere else`() throws {
        for left in 0..<18 {
            for width in 1..<22 {
                var bitmap = try Bitmap(width: 33, height: 3)
                bitmap.fill(PixelRect(x: left, y: 1, width: width, height: 1))

                let black = (0..<33).filter { bitmap[$0, 1] }
                #expect(black == Array(left..<min(33, left + width)))
                #expect(!(0..<33).contains { bitmap[$0, 0] || bitmap[$0, 2] })
            }
        }
    }

    @Test func `white is filled as well as black`() throws {
        var bitmap = try Bitmap(width: 20, height: 1)

        bitmap.fill(bitmap.bounds)
        bitmap.fill(PixelRect(x: 3, y: 0, width: 11, height: 1), black: false)

        #expect((0..<20).filter { bitmap[$0, 0] } == [0, 1, 2] + Array(14..<20))
    }

    @Test(arguments: [(0, 0), (5, 3), (-10, -4), (70, 60)])
    func `a code lands where it is put, and what lies outside is left out`(x: Int, y: Int) throws {
        let code = try QRMatrix(text: "dots")
        var bitmap = try Bitmap(width: 90, height: 80)

        bitmap.draw(code, x: x, y: y, moduleDots: 3)

        for row in 0..<80 {
            for column in 0..<90 {
                let dx = column - x
                let dy = row - y
                let isInside = dx >= 0 && dy >= 0 && dx < 3 * code.size && dy < 3 * code.size
                #expect(bitmap[column, row] == (isInside && code[dx / 3, dy / 3]))
            }
        }
    }

    @Test func `sizes without a dot or beyond the limit are refused`() {
        #expect(throws: RasterError.impossibleSize(width: 0, height: 5)) { try Bitmap(width: 0, height: 5) }
        #expect(throws: RasterError.impossibleSize(width: 8, height: 65_536)) { try Bitmap(width: 8, height: 65_536) }
    }
}
