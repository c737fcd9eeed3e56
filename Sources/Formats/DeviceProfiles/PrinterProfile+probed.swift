// SPDX-License-Identifier: Apache-2.0

extension PrinterProfile {
    /// Makes the profile of a printer that nobody has described: what it answered, and for the rest
    /// what a base claims.
    ///
    /// - Parameters:
    ///   - findings: what was asked and answered.
    ///   - base: a base that claims little, such as `generic-80`.
    ///   - source: when and by what it was asked.
    package init(probed findings: PrinterFindings, on base: PrinterProfile, source: String) {
        let vendor = Self.name(findings.vendor, or: "Unknown")
        let model = Self.name(findings.facts.gsI ?? Self.model(in: findings.facts.ieee1284), or: "printer")
        let kanji = findings.fonts.map { KanjiFont(answer: $0) } ?? base.text.kanji
        let reach = findings.fonts.map { KanjiReach(answer: $0) } ?? base.text.kanjiReach
        let answers = findings.realtime || findings.gsR || findings.processID
        let cuts = answers ? Self.counters(findings.cutCounters) : []
        let lines = answers ? Self.counters(findings.lineCounters) : []
        self.init(
            id: Self.id(vendor, model), vendor: vendor, model: model, inherits: base.inherits ?? base.id,
            support: .expected, source: Self.name(source, or: "probed", longest: 500),
            match: DeviceMatch(
                usb: [findings.facts.usb?.lowercased() ?? ""].filter { ProfileKey.isUSB($0, mayStar: false) },
                ieee1284: Self.model(in: findings.facts.ieee1284).map { "MDL:\(Self.name($0, or: "printer"))" },
                gsI: findings.facts.gsI.map { Self.name($0, or: "printer") }),
            print: base.print.with(findings.paper, cell: base.cell), fonts: base.fonts,
            text: base.text.with(kanji, reach),
            image: base.image, logo: base.logo, qr: base.qr,
            status: StatusAbilities(
                realtime: findings.realtime, asb: answers && findings.asb, gsR: findings.gsR,
                processID: findings.processID, counters: !(cuts + lines).isEmpty, cutCounters: cuts,
                lineCounters: lines, clear: answers && findings.clear),
            mechanism: base.mechanism.with(findings.cutter), quirks: base.quirks.without(findings.processID))
    }

    private static func counters(_ numbers: [Int]) -> [Int] {
        var kept: [Int] = []
        for number in numbers where (0...255).contains(number) && !kept.contains(number) { kept.append(number) }
        return Array(kept.prefix(4))
    }

    /// The model of an IEEE 1284 id.
    private static func model(in id: String?) -> String? {
        for part in id?.split(separator: ";").prefix(32) ?? [] {
            let sides = part.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { continue }
            if ["MDL", "MODEL"].contains(name(String(sides[0]), or: "").uppercased()) { return String(sides[1]) }
        }
        return nil
    }

    /// What a printer says, fit to stand in a file: on one line, and short.
    private static func name(_ text: String?, or other: String, longest: Int = 60) -> String {
        let shown = YAMLText.shown(text ?? "", longest: 2 * longest).filter { $0 != "\u{FFFD}" && $0 != "…" }
        let words = shown.split(separator: " ").joined(separator: " ")
        let short = String(String.UnicodeScalarView(words.unicodeScalars.prefix(longest)))
        return short.isEmpty ? other : short
    }

    /// A name for the file: small letters and digits, hyphens between.
    private static func id(_ vendor: String, _ model: String) -> String {
        let bytes = "\(vendor)-\(model)".lowercased().utf8.map { byte -> UInt8 in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : 0x20
        }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        var id = words.prefix(8).joined(separator: "-").prefix(64)
        while id.last == "-" { id.removeLast() }
        return id.isEmpty ? "unknown-printer" : String(id)
    }
}

extension PrintGeometry {
    /// A roll that cannot be is not taken: the base's stays.
    fileprivate func with(_ roll: PaperWidth?, cell: FontCell) -> PrintGeometry {
        guard let roll, (20...216).contains(roll.millimetres), (96...2048).contains(roll.dots),
            roll.dots * 254 <= roll.millimetres * 10 * dpi, roll.dots / cell.width >= PrinterProfile.fewestColumns
        else { return self }
        return PrintGeometry(
            dpi: dpi, paper: [roll], horizontalUnit: horizontalUnit, verticalUnit: verticalUnit,
            setsUnits: setsUnits, lineSpacingDots: lineSpacingDots, bladeDots: bladeDots)
    }
}

extension TextAbilities {
    fileprivate func with(_ kanji: KanjiFont, _ reach: KanjiReach) -> TextAbilities {
        TextAbilities(
            pages: pages, kanji: kanji, kanjiReach: reach, kanjiCell: kanjiCell,
            kanjiByRegion: kanjiByRegion, utf8: utf8, cancelKanji: cancelKanji, userGlyphs: userGlyphs)
    }
}

extension Mechanism {
    fileprivate func with(_ cutter: Cutter?) -> Mechanism {
        Mechanism(
            cutter: cutter ?? self.cutter, cutCommand: cutCommand, drawerPins: drawerPins, pulseOnMs: pulseOnMs,
            pulseOffMs: pulseOffMs, buzzer: buzzer, speed: speed, bufferBytes: bufferBytes,
            chunkBytes: chunkBytes)
    }
}

extension Quirks {
    /// A printer that returned a process id does not print the command as text.
    fileprivate func without(_ processID: Bool) -> Quirks {
        Quirks(
            losesBufferOn: losesBufferOn, crIsLf: crIsLf, needsPacing: needsPacing, oddOfflineBit: oddOfflineBit,
            printsAsText: printsAsText.filter { $0 != .processID || !processID })
    }
}
