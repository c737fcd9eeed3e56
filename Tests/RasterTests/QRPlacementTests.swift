// SPDX-License-Identifier: Apache-2.0

import Foundation
import Raster
import Testing

@Suite struct `QR placement` {
    @Test(arguments: [
        // Display, modules, pixels a module: the specification's own table.
        (800, 480, 29, 12), (800, 480, 33, 11), (800, 480, 37, 10), (800, 480, 41, 9),
        (480, 320, 29, 8), (480, 320, 33, 7), (480, 320, 37, 7), (480, 320, 41, 6),
        (320, 240, 29, 6), (320, 240, 33, 5), (320, 240, 37, 5), (320, 240, 41, 4),
        (200, 200, 29, 5), (200, 200, 33, 4), (200, 200, 37, 4), (200, 200, 41, 4),
        (128, 160, 29, 3), (128, 160, 33, 3), (128, 160, 37, 3), (128, 160, 41, 2),
        (128, 64, 29, 2),
    ])
    func `modules are as large as they can be`(width: Int, height: Int, modules: Int, pixels: Int) throws {
        let screen = PixelRect(x: 0, y: 0, width: width, height: height)

        let placement = try QRPlacement(modules: modules, in: screen)

        #expect(placement.modulePixels == pixels)
        #expect(placement.symbol.width == modules * pixels)
        #expect(screen.contains(placement.area))
    }

    @Test func `the border is four modules, and narrower only where modules would be small`() throws {
        let panel = PixelRect(x: 0, y: 0, width: 240, height: 240)
        let small = PixelRect(x: 0, y: 0, width: 128, height: 128)
        let tiny = PixelRect(x: 0, y: 0, width: 64, height: 64)

        #expect(try QRPlacement(modules: 29, in: panel).quietModules == 4)
        #expect(try QRPlacement(modules: 37, in: small).quietModules == 2)
        #expect(try QRPlacement(modules: 29, in: tiny).quietModules == 1.5)
        #expect(try QRPlacement(modules: 29, in: tiny).isSmall)
    }

    @Test(arguments: [33, 37, 41])
    func `modules of one pixel are refused`(modules: Int) {
        let tiny = PixelRect(x: 0, y: 0, width: 64, height: 64)

        #expect(throws: RasterError.codeDoesNotFit(modules: modules, width: 64, height: 64)) {
            try QRPlacement(modules: modules, in: tiny)
        }
    }

    @Test(arguments: [(101, 97), (240, 240), (333, 480), (640, 361)])
    func `a drawn code has whole modules and a white border`(width: Int, height: Int) throws {
        let code = try QRMatrix(text: "https://qr.alipay.com/bax03206gfd0000aabbccddee112233")
        var surface = try Surface(width: width, height: height, color: Color(0x224466))

        let placement = try surface.draw(code, in: surface.bounds)

        for y in 0..<height {
            for x in 0..<width {
                let dx = x - placement.symbol.x
                let dy = y - placement.symbol.y
                let module = placement.modulePixels
                let isInSymbol = dx >= 0 && dy >= 0 && dx < code.size * module && dy < code.size * module
                let isInBorder = placement.area.contains(PixelRect(x: x, y: y, width: 1, height: 1))
                let expected: UInt32 =
                    isInSymbol ? (code[dx / module, dy / module] ? 0 : 0xFF_FFFF) : isInBorder ? 0xFF_FFFF : 0x224466
                guard surface[x, y] == expected else {
                    Issue.record("\(x),\(y) is \(surface[x, y])")
                    return
                }
            }
        }
    }
}
