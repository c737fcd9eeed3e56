// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@Suite struct `PNG files` {
    @Test(arguments: [1, 2, 3, 7])
    func `a code with few colours is valid and read by ZBar`(module: Int) throws {
        let folder = try TemporaryFolder()
        let text = "https://example.org/pay/\(module)"

        let surface = try Surface(code: QRMatrix(text: text), modulePixels: module * 2)
        let file = try folder.file("code.png", try PNG.encode(surface))

        _ = try ForeignTool.run("pngcheck", ["-q", file.path])
        #expect(try ForeignTool.codes(in: file) == [text])
    }

    @Test func `a picture of many colours is valid and read by ZBar`() throws {
        let folder = try TemporaryFolder()
        let code = try QRMatrix(text: "many colours")
        var surface = try Surface(width: 400, height: 300)

        for x in 0..<400 {
            let color = Color(UInt32(x % 256) << 16 | UInt32(x / 2) << 8 | 0x40)
            surface.fill(PixelRect(x: x, y: 0, width: 1, height: 300), with: color)
        }
        try surface.draw(code, in: PixelRect(x: 100, y: 50, width: 200, height: 200))
        let file = try folder.file("colours.png", try PNG.encode(surface))

        let report = try ForeignTool.run("pngcheck", [file.path])
        #expect(String(decoding: report, as: UTF8.self).contains("24-bit RGB"))
        #expect(try ForeignTool.codes(in: file) == ["many colours"])
    }

    @Test(arguments: [1, 3, 4, 5])
    func `dots for paper are valid and read by ZBar as PNG and PBM`(dots: Int) throws {
        let folder = try TemporaryFolder()
        let code = try QRMatrix(text: "on paper \(dots)", level: .m)

        let bitmap = try Bitmap(code: code, moduleDots: dots * 2)
        let png = try folder.file("paper.png", try PNG.encode(bitmap))
        let pbm = try folder.file("paper.pbm", bitmap.pbm)

        let report = try ForeignTool.run("pngcheck", [png.path])
        #expect(String(decoding: report, as: UTF8.self).contains("1-bit grayscale"))
        #expect(try ForeignTool.codes(in: png) == ["on paper \(dots)"])
        #expect(try ForeignTool.codes(in: pbm) == ["on paper \(dots)"])
    }
}
