// SPDX-License-Identifier: Apache-2.0

import Raster
import SelfScan
import Testing

@Suite struct `Reading a code back` {
    static let formats: [PixelFormat] = [
        .xrgb8888, .xbgr8888, .rgb888, .bgr888, .rgb565, .bgr565, .rgb555, .grey8,
        .mono(order: .leftLowest, whiteIsSet: true), .mono(order: .leftHighest, whiteIsSet: false),
        .packed(
            bits: 16, red: .init(offset: 8, length: 4), green: .init(offset: 4, length: 4),
            blue: .init(offset: 0, length: 4), alpha: .init(offset: 12, length: 4)),
    ]

    @Test(arguments: formats, Rotation.allCases)
    func `succeeds in every format and turn, and ZBar reads the same`(format: PixelFormat, rotation: Rotation) throws {
        let surface = try Picture.code()
        let layout = try PixelLayout(
            width: surface.width, height: surface.height, format: format,
            stride: format.bytes(for: surface.width) + 5, rotation: rotation)

        let picture = Luminance(surface, through: layout)
        let scan = SelfScan(of: picture, payload: Picture.payload, pitch: 150)

        #expect(scan.verdict == .matches)
        #expect(scan.measure?.modulePixels == 4)
        #expect(scan.measure?.quietPixels == 16)
        #expect(try Picture.zbar(picture) == [Picture.payload])
    }

    @Test(arguments: [
        Picture.payload, "https://qr.95516.com/00010000/62012345678901234567890123456789012345678901234567890123",
        "街角茶铺 ¥12.50", "0123456789012345678901234567890123456789", "UPPER CASE $%*+-./:", "a\u{0}b",
        String(repeating: "long payload ", count: 60),
    ])
    func `compares byte for byte, whatever is in it`(payload: String) throws {
        let picture = Luminance(try Picture.code(payload))

        let codes = try CodeReader.codes(in: picture)
        let scan = SelfScan(of: picture, payload: payload, pitch: nil)
        let other = SelfScan(of: picture, payload: payload.dropLast() + "?", pitch: nil)

        #expect(codes.map(\.bytes) == [Array(payload.utf8)])
        #expect(scan.verdict == .matches)
        #expect(other.verdict == .otherCode(text: codes[0].text()))
    }

    @Test(arguments: [(2, 2), (2, 4), (3, 2), (3, 4), (5, 4), (12, 4)])
    func `succeeds with small modules and narrow borders, on the darkest ground`(pixels: Int, quiet: Int) throws {
        let surface = try Picture.code(modulePixels: pixels, quiet: quiet, ground: Color(0x101B33))

        let scan = SelfScan(of: Luminance(surface), payload: Picture.payload, pitch: nil)

        #expect(scan.verdict == .matches)
        #expect(scan.measure?.modulePixels == pixels)
        #expect(scan.measure?.quietPixels == quiet * pixels)
    }

    @Test func `finds another code, none, and one too many`() throws {
        let one = try Picture.code("https://pay.example/one")
        var twice = try Surface(width: 2 * one.width, height: one.height)
        twice.blit(one, x: 0, y: 0)
        var different = twice
        twice.blit(one, x: one.width, y: 0)
        different.blit(try Picture.code("https://pay.example/two"), x: one.width, y: 0)
        func verdict(_ surface: Surface) -> ScanVerdict {
            SelfScan(of: Luminance(surface), payload: "https://pay.example/one", pitch: nil).verdict
        }

        let other = verdict(try Picture.code("https://evil.example/1e"))
        let none = verdict(try Surface(width: 200, height: 200))
        let several = verdict(twice)
        let stranger = verdict(different)

        #expect(other == .otherCode(text: "https://evil.example/1e"))
        #expect(none == .noCode)
        #expect(several == .severalCodes)
        #expect(stranger == .otherCode(text: "https://pay.example/two"))
    }

    @Test func `a code in a mirror, a negative and one that the console wrote over do not count`() throws {
        let surface = try Picture.code()
        let plain = Luminance(surface)
        var console = surface
        for line in stride(from: 0, to: surface.height, by: 16) {
            console.fill(PixelRect(x: 0, y: line, width: surface.width, height: 11), with: .black)
        }
        let negative = try Luminance(width: plain.width, height: plain.height, levels: plain.levels.map { 255 - $0 })
        func verdict(_ picture: Luminance) -> ScanVerdict {
            SelfScan(of: picture, payload: Picture.payload, pitch: nil).verdict
        }

        #expect(verdict(try Picture.mirrored(plain)) == .noCode)
        #expect(verdict(negative) == .noCode)
        #expect(verdict(Luminance(console)) == .noCode)
        #expect(try Picture.zbar(Luminance(console)) == [])
        #expect(verdict(plain) == .matches)
    }

    @Test func `a pale panel is read, and one without contrast is not`() throws {
        let plain = Luminance(try Picture.code())
        func pale(_ dark: UInt8, _ light: UInt8) throws -> Luminance {
            try Luminance(
                width: plain.width, height: plain.height, levels: plain.levels.map { $0 < 128 ? dark : light })
        }

        #expect(SelfScan(of: try pale(100, 220), payload: Picture.payload, pitch: nil).verdict == .matches)
        #expect(SelfScan(of: try pale(120, 122), payload: Picture.payload, pitch: nil).verdict == .noCode)
    }

    @Test func `what a foreign code says is shown without its control characters, and cut`() {
        let bytes = Array("evil\u{1B}[2J\u{202E}\u{0}".utf8) + [0xFF] + Array(String(repeating: "x", count: 300).utf8)

        let text = ReadCode(bytes: bytes, corners: [], isMirrored: false).text(limit: 20)

        #expect(text == "evil\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}xxxxxxxxx…")
    }
}
