// SPDX-License-Identifier: Apache-2.0

import EscPos
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `Text from outside` {
    private static let texts: [String] = [
        String(repeating: "a", count: 10_000), String(repeating: "茶", count: 10_000),
        "e" + String(repeating: "\u{301}", count: 10_000), String(repeating: "👨‍👩‍👧‍👦🇨🇳", count: 300),
        "\u{202E}\u{2066}txet\u{2069}\u{200F}\u{61C}", String(repeating: "\u{FEFF}\u{200B}", count: 500),
        String((0..<32).compactMap { Unicode.Scalar($0).map { Character($0) } } + [Character("\u{7F}")]),
        String((0x80..<0xA0).compactMap { Unicode.Scalar(UInt32($0)).map { Character($0) } }),
        "\u{10}\u{14}\u{1}\u{0}\u{1}", "\u{1B}p\u{0}22", "שלום 12.50 עולם", "قهوة ١٢ 50 كبيرة", "กาแฟเย็น", "कॉफ़ी", "",
        "\u{FFFF}\u{10FFFF}\u{E000}", "A\u{1D}V\u{0}", " \u{3000} \u{A0} ", "Nguyễn Thị Ánh", "🍵", "Ω≈ç√∫˜µ≤≥÷",
        "{amount} <paid> \\ | [sale]", "\r\n\n\t\u{B}\u{C}\u{85}\u{2028}\u{2029}",
    ]

    @Test(arguments: ["generic-58", "epson-tm-t20iii", "xprinter-xp-58"], Self.texts.indices)
    func `never steers a printer and stays on the paper`(printer: String, index: Int) throws {
        let hostile = Self.texts[index]
        let renderer = try ReceiptRenderer(profile: Samples.profile(printer), setter: Samples.setter())
        let slips = [
            SlipContent(Samples.receipt(merchant: hostile, subject: hostile)),
            SlipContent(
                section: "sale",
                fields: Dictionary(uniqueKeysWithValues: SlipField.allCases.map { ($0, hostile) }),
                lists: [.accounts: Array(repeating: [.account: hostile, .total: hostile], count: 500)]),
        ]
        for slip in slips {
            let document = try renderer.document(for: slip)

            var paper = EscPosPaper(renderer.machine)
            paper.print(document.bytes)
            #expect(paper.complaints.isEmpty)
            #expect(paper.drawerPulses == 0)
            #expect(paper.cuts.count <= 1)
            #expect(paper.beeps == 0)
            #expect(paper.rows < 12_000)
            #expect(document.segments.allSatisfy { $0.count <= EscPosLimits.segmentBytes })
            #expect(
                renderer.text(for: slip).unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n"
                })
        }
    }

    @Test func `runs from the right where its script does, and its numbers do not`() {
        #expect(String(VisualOrder.arranged("שלום 12.50")) == "םולש 12.50")
        #expect(String(VisualOrder.arranged("א (12) ב x")) == "ב (12) א x")
        #expect(String(VisualOrder.arranged("Tea 12")) == "Tea 12")
    }

    @Test func `joins Arabic letters`() {
        #expect(String(VisualOrder.arranged("قهوة")) == "\u{FE93}\u{FEEE}\u{FEEC}\u{FED7}")
        #expect(String(VisualOrder.arranged("سلام")) == "\u{FEE1}\u{FEFC}\u{FEB3}")
    }

    @Test func `keeps amounts in their column when the line is drawn`() throws {
        let renderer = try ReceiptRenderer(profile: Samples.profile("generic-58"), setter: Samples.setter())
        let layout = try SlipLayout("[sale]\nrow: {merchant} | 12.50", name: "x")
        let drawing = ReceiptRenderer(
            profile: try Samples.profile("generic-58"), setter: Samples.setter(), layout: layout)

        let plain = try drawing.bitmap(for: SlipContent(Samples.receipt(merchant: "Tea")))
        for name in ["茶", "קפה", "Nguyễn"] {
            let drawn = try drawing.bitmap(for: SlipContent(Samples.receipt(merchant: name)))

            let left = { (bitmap: Bitmap) in (200..<384).first { x in (0..<30).contains { bitmap[x, $0] } } }
            #expect(left(drawn) == left(plain), "\(name)")
        }
        #expect(renderer.columns == 32)
    }

    @Test func `that no font has becomes a box that is told`() throws {
        let renderer = try ReceiptRenderer(profile: Samples.profile("generic-58"), setter: TypeSetter())

        let boxes = renderer.boxes(in: SlipContent(Samples.receipt(merchant: "Nguyễn 茶", subject: "é")))

        #expect(boxes == ["茶"])
    }

    @Test(arguments: [
        ("EUR", "epson-tm-t20iii", "€12.50"), ("EUR", "generic-58", "EUR 12.50"), ("JPY", "generic-58", "¥1250"),
        ("KRW", "generic-58", "KRW 1250"),
    ])
    func `signs of currencies are printed where the printer has them`(code: String, printer: String, text: String)
        throws
    {
        let layout = try SlipLayout("[sale]\nleft: {amount_sign}", name: "x")
        let renderer = try ReceiptRenderer(profile: Samples.profile(printer), setter: Samples.setter(), layout: layout)
        let currency = try #require(Currency(code))

        let slip = SlipContent(Samples.receipt(amount: Money(minorUnits: 1250, currency)))

        #expect(renderer.text(for: slip) == text + "\n")
    }
}
