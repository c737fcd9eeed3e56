// SPDX-License-Identifier: Apache-2.0

extension ProfileSchema {
    /// What the file of a printer may say.
    static let printer = ProfileSchema(
        noun: "a printer",
        keys: ProfileKey.names + [
            .match("usb", .usbIDs), .match("ieee1284", .text(longest: 200)), .match("gs_i", .text(longest: 100)),
        ] + paper + characters + pictures + answers + mechanics)

    private static let paper: [ProfileKey] = [
        .shared("print", "dpi", .number(100...600)),
        .shared("print", "paper", .papers),
        .optional("print", "horizontal_unit", .number(100...1200)),
        .shared("print", "vertical_unit", .number(100...1200)),
        .optional("print", "sets_units", .flag),
        .shared("print", "line_spacing_dots", .number(16...127)),
        .shared("print", "blade_dots", .number(0...400)),
        .shared("fonts", nil, .cells),
    ]

    private static let characters: [ProfileKey] = [
        .shared("text", "pages", .pages),
        .shared("text", "kanji", .word(ProfileKey.words(KanjiFont.self))),
        .optional("text", "kanji_reach", .word(ProfileKey.words(KanjiReach.self))),
        .optional("text", "kanji_cell", .list(8...64, counts: 2...2)),
        .optional("text", "kanji_by_region", .flag),
        .shared("text", "utf8", .flag),
        .shared("text", "cancel_kanji", .flag),
        .optional("text", "user_glyphs", .number(0...95)),
    ]

    private static let pictures: [ProfileKey] = [
        .shared("image", "modes", .words(ProfileKey.words(ImageMode.self))),
        .shared("image", "max_rows", .number(24...4095)),
        .shared("image", "max_bytes", .number(512...65535)),
        .shared("image", "doubling", .flag),
        .optional("image", "aligns", .flag),
        .optional("image", "column_mode", .choice(ColumnFormat.modes)),
        .optional("image", "column_dpi", .list(20...600, counts: 2...2)),
        .optional("image", "columns_in_text", .flag),
        .shared("image", "realtime_in_data", .flag),
        .optional("logo", "max_rows", .number(0...1200)),
        .optional("logo", "black_percent", .number(10...100)),
        .optional("logo", "stored", .word(ProfileKey.words(LogoStore.self))),
        .shared("qr", "mode", .word(ProfileKey.words(CodeMode.self))),
        .shared("qr", "native", .flag),
        .shared("qr", "native_max", .number(0...7089)),
        .optional("qr", "max_module", .number(1...16)),
        .shared("qr", "ink_trim", .number(0...1)),
    ]

    private static let answers: [ProfileKey] = [
        .shared("status", "realtime", .flag), .shared("status", "asb", .flag),
        .shared("status", "gs_r", .flag), .shared("status", "process_id", .flag),
        .shared("status", "counters", .flag),
        .optional("status", "cut_counters", .list(0...255, counts: 0...4)),
        .optional("status", "line_counters", .list(0...255, counts: 0...4)),
        .shared("status", "clear", .flag),
    ]

    private static let mechanics: [ProfileKey] = [
        .shared("mechanism", "cutter", .word(ProfileKey.words(Cutter.self))),
        .optional("mechanism", "cut_command", .word(ProfileKey.words(CutCommand.self))),
        .shared("mechanism", "drawer_pins", .numbers([2, 5])),
        .shared("mechanism", "pulse_ms", .list(50...510, counts: 2...2)),
        .shared("mechanism", "buzzer", .word(ProfileKey.words(Buzzer.self))),
        .shared("mechanism", "speed", .number(20...1000)),
        .shared("mechanism", "buffer_bytes", .number(16...16_777_216)),
        .optional("mechanism", "chunk_bytes", .number(16...8192)),
        .shared("quirks", "loses_buffer_on", .words(ProfileKey.words(BufferLoss.self))),
        .shared("quirks", "cr_is_lf", .flag),
        .shared("quirks", "needs_pacing", .number(0...1_000_000)),
        .optional("quirks", "odd_offline_bit", .flag),
        .optional("quirks", "prints_as_text", .words(ProfileKey.words(UnknownCommand.self))),
    ]
}
