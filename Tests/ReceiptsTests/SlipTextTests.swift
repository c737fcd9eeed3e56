// SPDX-License-Identifier: Apache-2.0

import EscPos
import Testing

@testable import Receipts

@Suite struct `Text of slips` {
    @Test(arguments: [
        ("Tea", 3), ("茶", 2), ("ＡＢ", 4), ("café", 4), ("cafe\u{301}", 4), ("한국", 4), ("ｶﾅ", 2), ("🍵", 2), ("", 0),
        ("☕\u{FE0F}", 2),
    ])
    func `is measured in cells`(text: String, cells: Int) {
        #expect(CellWidth.of(text) == cells)
    }

    @Test func `loses what steers printers and terminals`() {
        let cleaned = SlipText.clean("  a\u{1B}p\u{0}\nb\u{202E}c\u{200B}  d\u{7F}\u{9B}e ")

        #expect(cleaned == "a p b c d e")
    }

    @Test func `is broken at spaces and beside wide characters`() {
        #expect(SlipText.wrapped("green tea, large cup", to: 10) == ["green tea,", "large cup"])
        #expect(SlipText.wrapped("绿茶大杯", to: 5) == ["绿茶", "大杯"])
        #expect(SlipText.wrapped("abcdefghijkl", to: 5) == ["abcde", "fghij", "kl"])
    }

    @Test(arguments: [
        ("绿茶大杯，热的。", 8, ["绿茶大", "杯，热", "的。"]),
        ("商户（街角茶铺）收", 6, ["商户", "（街角", "茶铺）", "收"]),
        ("手机能扫出「二维码」", 12, ["手机能扫出", "「二维码」"]),
        ("中文.", 4, ["中", "文."]),
        ("热的！！！", 4, ["热", "的！", "！！"]),
    ]) func `no line begins with a stop or ends with an opening bracket, unless nothing else is there`(
        _ text: String, _ cells: Int, _ lines: [String]
    ) {
        #expect(SlipText.wrapped(text, to: cells) == lines)
        #expect(SlipText.wrapped(text, to: cells).joined() == text)
    }

    @Test func `what has room in one line is one, without the space at its end`() {
        #expect(SlipText.wrapped("绿茶 ", to: 5) == ["绿茶"])
        #expect(SlipText.wrapped("绿茶 ", to: 4) == ["绿茶"])
        #expect(SlipText.wrapped(" ", to: 4).isEmpty)
        #expect(SlipText.wrapped("", to: 4).isEmpty)
    }

    @Test func `names are shortened with care`() {
        #expect(SlipText.shortened("Corner Tea", to: 10) == "Corner Tea")
        #expect(SlipText.shortened("Corner Tea House", to: 10) == "Corner...")
        #expect(SlipText.shortened("街角茶铺很长", to: 10) == "街角茶...")
    }
}
