// SPDX-License-Identifier: Apache-2.0

extension PrinterProfile {
    /// Takes a profile from a file joined with its base; nil if a value is not there or is wrong.
    init?(_ fields: ProfileFields) {
        guard let id = fields.text("id"), let vendor = fields.text("vendor"), let model = fields.text("model"),
            let support: SupportLevel = fields.word("support"), let source = fields.text("source"),
            let print = PrintGeometry(fields), let fonts = fields.value("fonts", ProfileKey.cells),
            let text = TextAbilities(fields), let image = ImageAbilities(fields), let qr = CodeAbilities(fields),
            let status = StatusAbilities(fields), let mechanism = Mechanism(fields), let quirks = Quirks(fields)
        else { return nil }
        let match = DeviceMatch(
            usb: fields.texts("match.usb") ?? [], ieee1284: fields.text("match.ieee1284"),
            gsI: fields.text("match.gs_i"))
        self.init(
            id: id, vendor: vendor, model: model, inherits: fields.text("inherits"), support: support,
            source: source, match: match, print: print, fonts: fonts, text: text, image: image,
            logo: LogoLimits(fields), qr: qr, status: status, mechanism: mechanism, quirks: quirks)
    }
}

extension PrintGeometry {
    fileprivate init?(_ fields: ProfileFields) {
        guard let dpi = fields.number("print.dpi"), let paper = fields.value("print.paper", ProfileKey.papers),
            let unit = fields.number("print.vertical_unit"),
            let spacing = fields.number("print.line_spacing_dots"),
            let blade = fields.number("print.blade_dots")
        else { return nil }
        self.init(
            dpi: dpi, paper: paper, horizontalUnit: fields.number("print.horizontal_unit") ?? dpi,
            verticalUnit: unit, setsUnits: fields.flag("print.sets_units") ?? false, lineSpacingDots: spacing,
            bladeDots: blade)
    }
}

extension TextAbilities {
    fileprivate init?(_ fields: ProfileFields) {
        guard let pages = fields.value("text.pages", ProfileKey.pages),
            let kanji: KanjiFont = fields.word("text.kanji"),
            let utf8 = fields.flag("text.utf8"), let cancel = fields.flag("text.cancel_kanji")
        else { return nil }
        self.init(
            pages: pages, kanji: kanji, kanjiReach: fields.word("text.kanji_reach") ?? .core,
            kanjiCell: fields.cell("text.kanji_cell") ?? FontCell(width: 24, height: 24),
            kanjiByRegion: fields.flag("text.kanji_by_region") ?? false, utf8: utf8, cancelKanji: cancel,
            userGlyphs: fields.number("text.user_glyphs") ?? 0)
    }
}

extension ImageAbilities {
    fileprivate init?(_ fields: ProfileFields) {
        guard let modes: [ImageMode] = fields.words("image.modes"), let rows = fields.number("image.max_rows"),
            let bytes = fields.number("image.max_bytes"), let doubling = fields.flag("image.doubling"),
            let realtime = fields.flag("image.realtime_in_data")
        else { return nil }
        let usual = ColumnFormat.thermal(
            mode: fields.number("image.column_mode") ?? 33, dpi: fields.number("print.dpi") ?? 203)
        let columns = fields.cell("image.column_dpi").map {
            ColumnFormat(mode: usual.mode, across: $0.width, down: $0.height)
        }
        self.init(
            modes: modes, maxRows: rows, maxBytes: bytes, doubling: doubling,
            aligns: fields.flag("image.aligns") ?? false, realtimeInData: realtime, columns: columns ?? usual,
            columnsInText: fields.flag("image.columns_in_text") ?? false)
    }
}

extension LogoLimits {
    /// Limits that no printer has to state: 300 rows, three fifths of them black.
    fileprivate init(_ fields: ProfileFields) {
        self.init(
            maxRows: fields.number("logo.max_rows") ?? 300,
            blackPercent: fields.number("logo.black_percent") ?? 60,
            stored: fields.word("logo.stored") ?? .none)
    }
}

extension CodeAbilities {
    fileprivate init?(_ fields: ProfileFields) {
        guard let mode: CodeMode = fields.word("qr.mode"), let native = fields.flag("qr.native"),
            let most = fields.number("qr.native_max"), let trim = fields.number("qr.ink_trim")
        else { return nil }
        self.init(
            mode: mode, native: native, nativeMax: most, maxModule: fields.number("qr.max_module") ?? 8,
            inkTrim: trim)
    }
}

extension StatusAbilities {
    fileprivate init?(_ fields: ProfileFields) {
        guard let realtime = fields.flag("status.realtime"), let asb = fields.flag("status.asb"),
            let gsR = fields.flag("status.gs_r"), let process = fields.flag("status.process_id"),
            let counters = fields.flag("status.counters"), let clear = fields.flag("status.clear")
        else { return nil }
        self.init(
            realtime: realtime, asb: asb, gsR: gsR, processID: process, counters: counters,
            cutCounters: fields.numbers("status.cut_counters") ?? (counters ? [178, 50] : []),
            lineCounters: fields.numbers("status.line_counters") ?? (counters ? [148, 20] : []), clear: clear)
    }
}

extension Mechanism {
    fileprivate init?(_ fields: ProfileFields) {
        guard let cutter: Cutter = fields.word("mechanism.cutter"),
            let pins = fields.numbers("mechanism.drawer_pins"),
            let pulse = fields.cell("mechanism.pulse_ms"),
            let buzzer: Buzzer = fields.word("mechanism.buzzer"), let speed = fields.number("mechanism.speed"),
            let buffer = fields.number("mechanism.buffer_bytes")
        else { return nil }
        self.init(
            cutter: cutter, cutCommand: fields.word("mechanism.cut_command") ?? .gsV, drawerPins: pins,
            pulseOnMs: pulse.width, pulseOffMs: pulse.height, buzzer: buzzer, speed: speed, bufferBytes: buffer,
            chunkBytes: fields.number("mechanism.chunk_bytes") ?? 4096)
    }
}

extension Quirks {
    fileprivate init?(_ fields: ProfileFields) {
        guard let loses: [BufferLoss] = fields.words("quirks.loses_buffer_on"),
            let cr = fields.flag("quirks.cr_is_lf"), let pacing = fields.number("quirks.needs_pacing")
        else { return nil }
        self.init(
            losesBufferOn: loses, crIsLf: cr, needsPacing: pacing,
            oddOfflineBit: fields.flag("quirks.odd_offline_bit") ?? false,
            printsAsText: fields.words("quirks.prints_as_text") ?? [])
    }
}
