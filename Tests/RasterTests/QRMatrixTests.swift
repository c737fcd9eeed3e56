// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@Suite struct `QR matrix` {
    static let payloads = [
        "weixin://wxpay/bizpayurl?pr=NwY5Mz9",
        "https://qr.alipay.com/bax03206gfd0000aabbccddee11223344",
        "https://qr.95516.com/00010000/62012345678901234567890123456789012345678901234567890123",
        "00020101021226580014A00000073013630112345678900203123530384054041.005802CN6304ABCD",
        "请扫码付款 ¥12.50",
        "0",
    ]

    @Test(arguments: payloads, ErrorCorrection.allCases)
    func `modules are those of the qrencode program`(payload: String, level: ErrorCorrection) throws {
        let letter = ["L", "M", "Q", "H"][level.rawValue]

        let ours = try QRMatrix(text: payload, level: level, boost: false)
        let output = try ForeignTool.run("qrencode", ["-t", "ASCII", "-m", "0", "-l", letter, "-o", "-", payload])

        // The program writes two characters a module.
        let theirs = String(decoding: output, as: UTF8.self).split(separator: "\n").map { line in
            stride(from: 0, to: line.utf8.count, by: 2).map { Array(line.utf8)[$0] == UInt8(ascii: "#") }
        }
        #expect(theirs == (0..<ours.size).map { y in (0..<ours.size).map { x in ours[x, y] } })
    }

    @Test func `the level is the highest that does not let the symbol grow`() throws {
        let alphabet = Array("https://pay.example/a?B=0123456789ZZTOP-%$ab")

        for length in 1...150 {
            let text = String((0..<length).map { alphabet[($0 * 7 + length) % alphabet.count] })
            let plain = try QRMatrix(text: text, boost: false)
            let boosted = try QRMatrix(text: text)

            #expect(boosted.size == plain.size, "\(length)")
            if let higher = ErrorCorrection(rawValue: boosted.level.rawValue + 1) {
                let larger = try QRMatrix(text: text, level: higher, boost: false)
                #expect(larger.size > plain.size, "\(length)")
            }
        }
    }

    @Test func `the lowest level of paper is kept`() throws {
        let payload = String(repeating: "x", count: 50)

        let paper = try QRMatrix(text: payload, level: .m)
        let screen = try QRMatrix(text: payload)

        #expect(screen.version == 3)
        #expect(screen.level == .l)
        #expect(paper.version == 4)
        #expect(paper.level >= .m)
    }

    @Test(arguments: ErrorCorrection.allCases)
    func `every version holds what the standard says, and a byte more makes it grow`(level: ErrorCorrection) throws {
        // ISO/IEC 18004:2015, table 7, bytes of versions 1, 9, 10, 26, 27 and 40.
        let capacities = [
            [(1, 17), (9, 230), (10, 271), (26, 1367), (27, 1465), (40, 2953)],
            [(1, 14), (9, 180), (10, 213), (26, 1059), (27, 1125), (40, 2331)],
            [(1, 11), (9, 130), (10, 151), (26, 751), (27, 805), (40, 1663)],
            [(1, 7), (9, 98), (10, 119), (26, 593), (27, 625), (40, 1273)],
        ][level.rawValue]

        for (version, bytes) in capacities {
            let full = try QRMatrix(text: String(repeating: "x", count: bytes), level: level)
            #expect(full.version == version)
            if version < 40 {
                let more = try QRMatrix(text: String(repeating: "x", count: bytes + 1), level: level)
                #expect(more.version == version + 1)
            }
        }
    }

    @Test func `too much text is refused with its length`() {
        let text = String(repeating: "x", count: 2954)

        #expect(throws: RasterError.payloadTooLong(bytes: 2954, limit: 2953)) { try QRMatrix(text: text) }
        #expect(throws: RasterError.payloadTooLong(bytes: 2332, limit: 2953)) {
            try QRMatrix(text: String(repeating: "x", count: 2332), level: .m)
        }
        #expect(throws: RasterError.payloadEmpty) { try QRMatrix(text: "") }
    }

    @Test func `a zero byte is part of the text`() throws {
        let folder = try TemporaryFolder()

        let code = try QRMatrix(text: "before\0after")
        let file = try folder.file("nul.png", try PNG.encode(Surface(code: code, modulePixels: 4)))
        let output = try ForeignTool.run(
            "zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-Sbinary", file.path])

        #expect(output.starts(with: Data("before\0after".utf8)))
    }

    @Test func `a code as text is dark and light where its modules are`() throws {
        let code = try QRMatrix(text: "half blocks")

        let lines = code.text(style: .darkBlocks).split(separator: "\n")

        #expect(lines.count == (code.size + 8 + 1) / 2)
        for (row, line) in lines.enumerated() {
            for (column, character) in line.enumerated() {
                let upper = "█▀".contains(character)
                let lower = "█▄".contains(character)
                #expect(upper == Self.dark(code, column - 4, 2 * row - 4))
                #expect(lower == Self.dark(code, column - 4, 2 * row - 3))
            }
        }
    }

    @Test func `a code as text brings its own colours to light and dark terminals`() throws {
        let code = try QRMatrix(text: "colours")

        let colored = code.text()
        let dark = code.text(style: .darkBlocks)
        let light = code.text(style: .lightBlocks)

        #expect(colored.hasPrefix("\u{1B}[38;2;0;0;0;48;2;255;255;255m"))
        #expect(colored.split(separator: "\n").allSatisfy { $0.hasSuffix("\u{1B}[0m") })
        #expect(!dark.contains("\u{1B}"))
        let swapped = dark.map { ["█": " ", " ": "█", "▀": "▄", "▄": "▀"][$0] ?? $0 }
        #expect(String(swapped) == light)
    }

    @Test func `a code as a drawing covers its dark modules once`() throws {
        let code = try QRMatrix(text: "drawing")

        let svg = code.svg()

        let dark = (0..<code.size).reduce(0) { sum, y in sum + (0..<code.size).count { code[$0, y] } }
        let widths = svg.matches(of: /h(\d+)v1h/).compactMap { Int($0.1) }
        #expect(widths.reduce(0, +) == dark)
        #expect(svg.contains("viewBox=\"0 0 \(code.size + 8) \(code.size + 8)\""))
    }

    private static func dark(_ code: QRMatrix, _ x: Int, _ y: Int) -> Bool {
        (0..<code.size).contains(x) && (0..<code.size).contains(y) && code[x, y]
    }
}
