// SPDX-License-Identifier: Apache-2.0

import Yams

/// The values of a profile joined with those of its base, all of them checked.
struct ProfileFields {
    private let own: ProfileFile
    private let base: ProfileFile?

    /// Joins a file with its base and says which keys are missing in both.
    init(_ own: ProfileFile, base: ProfileFile?) {
        self.own = own
        self.base = base
    }

    /// What neither file says, although one of them has to.
    var missing: [ProfileProblem] {
        ProfileKey.all.filter { $0.isRequired && node($0) == nil }.map { key in
            let place = key.isInherited && base != nil ? "is missing here and in the base" : "is missing"
            return ProfileProblem(file: own.name, key: key.path, message: "\(place): add it")
        }
    }

    /// Builds the profile; nil if a value is not there or is wrong.
    func profile() -> PrinterProfile? {
        guard let id = text("id"), let vendor = text("vendor"), let model = text("model"),
            let support: SupportLevel = word("support"), let source = text("source"),
            let print = geometry(), let fonts = value("fonts", ProfileKey.cells),
            let text = characters(), let image = pictures(), let qr = codes(),
            let status = answers(), let mechanism = mechanism(), let quirks = quirks()
        else { return nil }
        let match = DeviceMatch(
            usb: value("match.usb", ProfileKey.texts) ?? [], ieee1284: self.text("match.ieee1284"),
            gsI: self.text("match.gs_i"))
        return PrinterProfile(
            id: id, vendor: vendor, model: model, inherits: self.text("inherits"), support: support,
            source: source, match: match, print: print, fonts: fonts, text: text, image: image, qr: qr,
            status: status, mechanism: mechanism, quirks: quirks)
    }

    private func node(_ key: ProfileKey) -> Node? {
        own.values[key.path] ?? (key.isInherited ? base?.values[key.path] : nil)
    }

    private func value<Value>(_ path: String, _ read: (Node) -> Value?) -> Value? {
        ProfileKey.all.first { $0.path == path }.flatMap(node).flatMap(read)
    }

    private func text(_ path: String) -> String? { value(path, ProfileKey.text) }
    private func number(_ path: String) -> Int? { value(path) { ProfileKey.number($0) } }
    private func flag(_ path: String) -> Bool? { value(path, ProfileKey.flag) }

    private func word<Word: RawRepresentable<String>>(_ path: String) -> Word? {
        text(path).flatMap(Word.init(rawValue:))
    }

    private func words<Word: RawRepresentable<String>>(_ path: String) -> [Word]? {
        value(path, ProfileKey.texts)?.compactMap(Word.init(rawValue:))
    }

    private func geometry() -> PrintGeometry? {
        guard let dpi = number("print.dpi"), let paper = value("print.paper", ProfileKey.papers),
            let unit = number("print.vertical_unit"), let spacing = number("print.line_spacing_dots"),
            let blade = number("print.blade_dots")
        else { return nil }
        return PrintGeometry(
            dpi: dpi, paper: paper, verticalUnit: unit, lineSpacingDots: spacing, bladeDots: blade)
    }

    private func characters() -> TextAbilities? {
        guard let pages = value("text.pages", ProfileKey.pages), let kanji: KanjiFont = word("text.kanji"),
            let utf8 = flag("text.utf8"), let cancel = flag("text.cancel_kanji")
        else { return nil }
        return TextAbilities(pages: pages, kanji: kanji, utf8: utf8, cancelKanji: cancel)
    }

    private func pictures() -> ImageAbilities? {
        guard let modes: [ImageMode] = words("image.modes"), let rows = number("image.max_rows"),
            let bytes = number("image.max_bytes"), let doubling = flag("image.doubling"),
            let realtime = flag("image.realtime_in_data")
        else { return nil }
        return ImageAbilities(
            modes: modes, maxRows: rows, maxBytes: bytes, doubling: doubling, realtimeInData: realtime)
    }

    private func codes() -> CodeAbilities? {
        guard let mode: CodeMode = word("qr.mode"), let native = flag("qr.native"),
            let most = number("qr.native_max"), let trim = number("qr.ink_trim")
        else { return nil }
        return CodeAbilities(mode: mode, native: native, nativeMax: most, inkTrim: trim)
    }

    private func answers() -> StatusAbilities? {
        guard let realtime = flag("status.realtime"), let asb = flag("status.asb"),
            let gsR = flag("status.gs_r"), let process = flag("status.process_id"),
            let counters = flag("status.counters"), let clear = flag("status.clear")
        else { return nil }
        return StatusAbilities(
            realtime: realtime, asb: asb, gsR: gsR, processID: process, counters: counters, clear: clear)
    }

    private func mechanism() -> Mechanism? {
        guard let cutter: Cutter = word("mechanism.cutter"),
            let pins = value("mechanism.drawer_pins", ProfileKey.numbers),
            let pulse = value("mechanism.pulse_ms", ProfileKey.numbers), pulse.count == 2,
            let buzzer: Buzzer = word("mechanism.buzzer"), let speed = number("mechanism.speed"),
            let buffer = number("mechanism.buffer_bytes")
        else { return nil }
        return Mechanism(
            cutter: cutter, drawerPins: pins, pulseOnMs: pulse[0], pulseOffMs: pulse[1], buzzer: buzzer,
            speed: speed, bufferBytes: buffer)
    }

    private func quirks() -> Quirks? {
        guard let loses: [BufferLoss] = words("quirks.loses_buffer_on"), let cr = flag("quirks.cr_is_lf"),
            let pacing = number("quirks.needs_pacing")
        else { return nil }
        return Quirks(losesBufferOn: loses, crIsLf: cr, needsPacing: pacing)
    }
}
