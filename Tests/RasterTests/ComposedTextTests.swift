// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import Raster

@Suite struct `Letters with marks` {
    /// Writes what normal form C makes of every decomposed letter of these scripts: two lists of numbers a line.
    private static let script = """
        import unicodedata as u
        for first, last in ((0xC0, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x3040, 0x30FF), (0xAC00, 0xAC80), (0xD700, 0xD7A3)):
            for c in range(first, last + 1):
                d = u.normalize('NFD', chr(c))
                if len(d) < 2: continue
                n = u.normalize('NFC', d)
                print(' '.join(str(ord(x)) for x in d) + ';' + ' '.join(str(ord(x)) for x in n))
        """

    private static func scalars(_ numbers: Substring) -> [Unicode.Scalar] {
        numbers.split(separator: " ").compactMap { UInt32($0).flatMap(Unicode.Scalar.init) }
    }

    @Test func `become what normal form C makes of them`() throws {
        let output = String(decoding: try ForeignTool.run("python3", ["-c", Self.script]), as: UTF8.self)
        let lines = output.split(separator: "\n")

        var wrong: [String] = []
        for line in lines {
            let parts = line.split(separator: ";")
            let text = String(String.UnicodeScalarView(Self.scalars(parts[0])))
            let composed = Array(ComposedText.scalars(of: text, atMost: 10))
            if composed != Self.scalars(parts[1]) { wrong.append(String(line)) }
        }

        #expect(lines.count > 1000)
        #expect(wrong == [])
    }

    @Test func `look the same however they are written`() throws {
        let setter = TypeSetter(fonts: [TypeSetterTestFont.file])
        let style = TextStyle(size: 30)
        var (one, other) = (try Surface(width: 500, height: 50), try Surface(width: 500, height: 50))

        setter.draw("Tiếng Việt ệ ά й が 한", on: &one, x: 2, baseline: 38, style: style, color: .black)
        setter.draw(
            "Tiếng Việt ệ ά й が 한".decomposedStringWithCanonicalMapping, on: &other, x: 2, baseline: 38, style: style,
            color: .black)

        #expect(one == other)
        #expect(setter.missing(in: "ệ".decomposedStringWithCanonicalMapping) == [])
    }

    @Test func `are cut off at a limit, marks on marks included`() {
        let marks = "a" + String(repeating: "\u{301}", count: 100_000)

        #expect(Array(ComposedText.scalars(of: marks, atMost: 20)).count == 20)
        #expect(Array(ComposedText.scalars(of: "abc", atMost: 2)) == ["a", "b"])
    }
}

/// The font that has all scripts which screens are in.
enum TypeSetterTestFont {
    static let file = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#0"
}
