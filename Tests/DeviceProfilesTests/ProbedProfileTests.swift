// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DeviceProfiles

@Suite struct `The profile of a printer that was asked` {
    private let all: PrinterProfiles

    init() throws { all = try Devices.allPrinters() }

    private func probed(_ findings: PrinterFindings, on id: String = "generic-80") throws -> PrinterProfile {
        PrinterProfile(probed: findings, on: try #require(all[id: id]), source: "asked by hand")
    }

    /// Whether it can be put into the folder as it is.
    private func isReadable(_ profile: PrinterProfile) throws -> Bool {
        let base = try #require(profile.inherits.flatMap { all[id: $0] })
        let texts = ["\(base.id).yaml": base.yaml(), "\(profile.id).yaml": profile.yaml(over: base)]
        return try PrinterProfiles(texts: texts)[id: profile.id] == profile
    }

    @Test func `claims what came back, and for the rest what the base claims`() throws {
        let findings = PrinterFindings(
            facts: PrinterFacts(usb: "1FC9:2016", ieee1284: "MFG:ACME;MDL:Thermal 80;", gsI: "AC-80 \u{0}"),
            vendor: "ACME", fonts: "CHINA GB18030", realtime: true, gsR: true, cutCounters: [50],
            cutter: .partial, paper: PaperWidth(millimetres: 80, dots: 512))

        let profile = try probed(findings)

        #expect(profile.id == "acme-ac-80" && profile.vendor == "ACME" && profile.model == "AC-80")
        #expect(profile.match == DeviceMatch(usb: ["1fc9:2016"], ieee1284: "MDL:Thermal 80", gsI: "AC-80"))
        #expect(profile.status.tier == .ordered && profile.status.cutCounters == [50] && !profile.status.clear)
        #expect(profile.text.kanji == .gb18030 && profile.mechanism.cutter == .partial)
        #expect(profile.dots() == 512 && profile.inherits == "generic-80" && profile.support == .expected)
        #expect(profile.image == all[id: "generic-80"]?.image)
        #expect(try isReadable(profile))
    }

    @Test func `is recognised the next time`() throws {
        let facts = PrinterFacts(usb: "1fc9:2016", ieee1284: "MFG:ACME;MDL:Thermal 80;", gsI: "AC-80")
        let profile = try probed(PrinterFindings(facts: facts, vendor: "ACME", realtime: true))
        let base = try #require(all[id: "generic-80"])

        let profiles = try PrinterProfiles(
            texts: ["generic-80.yaml": base.yaml(), "acme-ac-80.yaml": profile.yaml(over: base)])

        #expect(profiles.profile(for: facts)?.id == "acme-ac-80")
    }

    @Test func `claims nothing of a printer that is silent`() throws {
        let findings = PrinterFindings(
            facts: PrinterFacts(), asb: true, clear: true, cutCounters: [50], lineCounters: [20])

        let profile = try probed(findings)

        #expect(profile.id == "unknown-printer" && profile.status.tier == .none)
        #expect(!profile.status.asb && !profile.status.clear && !profile.status.counters)
        #expect(try isReadable(profile))
    }

    @Test(arguments: [
        "\u{1B}[2J\u{1B}]0;owned\u{7}", String(repeating: "A", count: 100_000), "\n\r\n", "../../../etc/passwd", "热敏",
        "\u{202E}gnp.exe", "a: b\nc: d", "\u{FFFD}\u{FFFD}", "…", "",
    ])
    func `is one that can be read, whatever the printer calls itself`(name: String) throws {
        let facts = PrinterFacts(usb: name, ieee1284: "MDL:\(name);", gsI: name)
        let findings = PrinterFindings(
            facts: facts, vendor: name, fonts: name, realtime: true, cutCounters: [-1, 50, 50, 70_000, 1, 2, 3, 4],
            paper: PaperWidth(millimetres: 10, dots: 100_000))

        let profile = try probed(findings, on: "clone-80")

        #expect(try isReadable(profile))
        #expect(profile.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        #expect(profile.status.cutCounters == [50, 1, 2, 3] && profile.dots() == 576)
    }

    @Test(arguments: [
        ("CHINA GB18030", KanjiFont.gb18030), ("CHINA GB2312", .gb18030), ("TAIWAN BIG-5", .big5),
        ("KANJI JAPANESE", .shiftJIS), ("KOREA C-5601C", .cp949), ("", .none), ("THAI 3 PASS", .none),
    ])
    func `has the two-byte font that the printer names`(answer: String, font: KanjiFont) {
        #expect(KanjiFont(answer: answer) == font)
        #expect((KanjiReach(answer: answer) == .all) == (answer == "CHINA GB18030"))
    }
}
