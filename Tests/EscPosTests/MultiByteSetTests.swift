// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import EscPos

@Suite struct `Sets of East Asia` {
    /// What Python's own tables make of every character of the basic plane: its code, or nothing.
    private func judged(_ codec: String) throws -> [UInt32: UInt16] {
        let script = """
            import sys
            for u in range(0x80, 0x10000):
                if 0xD800 <= u <= 0xDFFF: continue
                try: b = chr(u).encode(sys.argv[1])
                except UnicodeEncodeError: continue
                if len(b) <= 2: print(u, int.from_bytes(b, 'big'))
            """
        let output = try ForeignTool.run("python3", ["-c", script, codec])
        var codes: [UInt32: UInt16] = [:]
        for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            if let value = UInt32(parts[0]), let code = UInt16(parts[1]) { codes[value] = code }
        }
        return codes
    }

    private func characters() -> [Character] {
        (UInt32(0x80)...0xFFFF).compactMap { Unicode.Scalar($0).map { Character($0) } }
    }

    @Test(arguments: [
        (MultiByteSet.gb18030, "gb18030", 20_000), (.big5, "cp950", 13_000), (.shiftJIS, "shift_jis", 6_000),
        (.cp949, "euc_kr", 7_000),
    ])
    func `agree with Python's tables in every character they have`(
        set: MultiByteSet, codec: String, least: Int
    ) throws {
        let judged = try judged(codec)

        var count = 0
        for character in characters() {
            guard let code = set.code(for: character), let scalar = character.unicodeScalars.first else { continue }
            count += 1
            #expect(code == judged[scalar.value], "\(set) \(character)")
            #expect(set.character(of: code) == character, "\(set) \(character)")
        }

        #expect(count > least)
    }

    @Test(arguments: MultiByteSet.allCases)
    func `keep to the bytes of their set and to the cells of the grid`(set: MultiByteSet) {
        for character in characters() {
            guard let code = set.code(for: character) else { continue }
            let (lead, trail) = (UInt8(code >> 8), UInt8(code & 0xFF))

            #expect(lead == 0 || set.isLead(lead) && set.isTrail(trail), "\(character)")
            #expect(CellWidth.of(character) == (lead == 0 ? 1 : 2), "\(character)")
        }
    }

    @Test(arguments: [
        (MultiByteSet.gb18030, "茶", UInt16(0xB2E8)), (.gb18030, "，", 0xA3AC), (.big5, "茶", 0xAFF9),
        (.shiftJIS, "茶", 0x9283), (.shiftJIS, "ｶ", 0xB6), (.shiftJIS, "か\u{3099}", 0x82AA), (.cp949, "차", 0xC2F7),
        (.cp949, "\u{110E}\u{1161}", 0xC2F7),
    ])
    func `have the codes that the standards print`(set: MultiByteSet, text: String, code: UInt16) throws {
        let character = try #require(text.first)

        #expect(set.code(for: character) == code)
    }

    @Test(arguments: [
        (MultiByteSet.gb18030, "㐀"), (.gb18030, "𠀀"), (.gb18030, "한"), (.gb18030, "“"), (.gb18030, "\u{E000}"),
        (.cp949, "뷁"), (.big5, "\u{F6B1}"), (.shiftJIS, "¥"), (.shiftJIS, "α"),
    ])
    func `lack what printers set otherwise or not at all`(set: MultiByteSet, text: String) throws {
        let character = try #require(text.first)

        #expect(set.code(for: character) == nil)
    }
}
