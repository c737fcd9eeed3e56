// SPDX-License-Identifier: Apache-2.0

import Raster
import SelfScan
import Testing

@Suite struct `The measure of a code` {
    private func measure(pixels: Int, pitch: Int?) -> CodeMeasure {
        CodeMeasure(
            modules: 29, modulePixels: pixels, symbol: PixelRect(x: 0, y: 0, width: 29 * pixels, height: 29 * pixels),
            quietPixels: 4 * pixels, pitch: pitch)
    }

    /// Source: the specification of framebuffers, section 10: 0.53 mm for 20 cm, 0.8 mm for 30 cm, 0.35 mm for 13 cm
    /// with ease; 0.34 mm for 17 cm at 3 camera pixels.
    @Test(arguments: [(530, 198, 265), (800, 300, 400), (350, 131, 175), (340, 127, 170)])
    func `says from how far away it can be read`(micrometres: Int, easy: Int, farthest: Int) {
        let measure = measure(pixels: 1, pitch: micrometres)

        #expect(measure.distance == easy)
        #expect(measure.farthest == farthest)
    }

    @Test func `says nothing of distances where nobody knows how large a pixel is`() {
        let measure = measure(pixels: 5, pitch: nil)

        #expect(measure.distance == nil && measure.farthest == nil && measure.moduleMicrometres == nil)
        #expect(!measure.isSmall)
    }

    @Test(arguments: [(2, 300, true), (3, 100, true), (3, 117, false), (3, nil, false), (4, 87, true), (4, 88, false)])
    func `calls modules small below 3 pixels or 0_35 mm`(pixels: Int, pitch: Int?, isSmall: Bool) {
        #expect(measure(pixels: pixels, pitch: pitch).isSmall == isSmall)
    }

    @Test(arguments: 0...5)
    func `counts the border that is really white`(modules: Int) throws {
        var surface = try Picture.code(modulePixels: 6, quiet: 4, margin: 40)
        let length = try QRMatrix(text: Picture.payload).size * 6
        let symbol = PixelRect(x: 40 + 24, y: 40 + 24, width: length, height: length)
        // A frame below the code, so far away from it.
        surface.fill(
            PixelRect(x: 0, y: symbol.bottom + modules * 6, width: surface.width, height: 3), with: Color(0x202020))
        let code = ReadCode(
            bytes: [], corners: [.init(x: symbol.x, y: symbol.y), .init(x: symbol.right - 1, y: symbol.bottom - 1)],
            isMirrored: false)

        let measure = CodeMeasure(of: Luminance(surface), at: code, pitch: nil)

        if modules == 0 {
            // What touches the code cannot be told from it.
            #expect(measure == nil)
        } else {
            #expect(measure?.quietModules == Double(min(4, modules)))
            #expect(measure?.isCramped == (modules < 2))
            #expect(measure?.symbol == symbol)
        }
    }

    @Test(arguments: [1, 5, 10, 20, 40])
    func `finds modules of every version, to the pixel`(version: Int) throws {
        let size = 17 + 4 * version
        let text = String(repeating: "x", count: [1: 15, 5: 100, 10: 250, 20: 840, 40: 2900][version] ?? 1)
        let surface = try Picture.code(text, modulePixels: 3, ground: .black)

        let scan = SelfScan(of: Luminance(surface), payload: text, pitch: 200)

        #expect(scan.verdict == .matches)
        #expect(scan.measure?.modules == size)
        #expect(scan.measure?.symbol == PixelRect(x: 24, y: 24, width: 3 * size, height: 3 * size))
    }

    @Test func `is none where modules are not whole pixels`() throws {
        let surface = try Picture.code(modulePixels: 5)
        let picture = Luminance(surface)
        var squeezed: [UInt8] = []
        for y in 0..<picture.height {
            for x in 0..<picture.width * 9 / 10 { squeezed.append(picture[x * 10 / 9, y]) }
        }
        let narrow = try Luminance(width: picture.width * 9 / 10, height: picture.height, levels: squeezed)

        let scan = SelfScan(of: narrow, payload: Picture.payload, pitch: 200)

        #expect(scan.measure == nil)
    }
}
