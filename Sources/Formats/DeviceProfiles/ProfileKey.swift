// SPDX-License-Identifier: Apache-2.0

/// One key of a printer's file: where it stands and what it may hold.
struct ProfileKey {
    /// What a value has to be.
    enum Kind {
        case text
        case flag
        case number(ClosedRange<Int>)
        case word([String])
        case words([String])
        case texts
        case numbers([Int])
        case pair(ClosedRange<Int>)
        case papers
        case cells
        case pages
    }

    /// The section, or nil at the top.
    let section: String?
    /// The name within the section; nil where the section itself is the value.
    let name: String?
    /// What the value has to be.
    let kind: Kind
    /// Whether the file or its base has to have it.
    let isRequired: Bool
    /// Whether a base hands it down.
    let isInherited: Bool

    /// The key as people write it, such as `print.dpi`.
    var path: String { [section, name].compactMap(\.self).joined(separator: ".") }

    private static func own(_ name: String, _ kind: Kind, required: Bool = true) -> ProfileKey {
        ProfileKey(section: nil, name: name, kind: kind, isRequired: required, isInherited: false)
    }

    private static func shared(_ section: String, _ name: String?, _ kind: Kind) -> ProfileKey {
        ProfileKey(section: section, name: name, kind: kind, isRequired: true, isInherited: true)
    }

    private static func match(_ name: String, _ kind: Kind) -> ProfileKey {
        ProfileKey(section: "match", name: name, kind: kind, isRequired: false, isInherited: false)
    }

    private static func words<Word: CaseIterable & RawRepresentable<String>>(
        _ type: Word.Type
    ) -> [String] { type.allCases.map(\.rawValue) }

    /// Every key that there is.
    static let all: [ProfileKey] = [
        own("id", .text), own("vendor", .text), own("model", .text),
        own("inherits", .text, required: false),
        own("support", .word(words(SupportLevel.self))), own("source", .text),
        match("usb", .texts), match("ieee1284", .text), match("gs_i", .text),
        shared("print", "dpi", .number(100...600)),
        shared("print", "paper", .papers),
        shared("print", "vertical_unit", .number(100...1200)),
        shared("print", "line_spacing_dots", .number(16...127)),
        shared("print", "blade_dots", .number(0...400)),
        shared("fonts", nil, .cells),
        shared("text", "pages", .pages),
        shared("text", "kanji", .word(words(KanjiFont.self))),
        shared("text", "utf8", .flag),
        shared("text", "cancel_kanji", .flag),
        shared("image", "modes", .words(words(ImageMode.self))),
        shared("image", "max_rows", .number(24...4095)),
        shared("image", "max_bytes", .number(512...65535)),
        shared("image", "doubling", .flag),
        shared("image", "realtime_in_data", .flag),
        shared("qr", "mode", .word(words(CodeMode.self))),
        shared("qr", "native", .flag),
        shared("qr", "native_max", .number(0...7089)),
        shared("qr", "ink_trim", .number(0...1)),
        shared("status", "realtime", .flag), shared("status", "asb", .flag),
        shared("status", "gs_r", .flag), shared("status", "process_id", .flag),
        shared("status", "counters", .flag), shared("status", "clear", .flag),
        shared("mechanism", "cutter", .word(words(Cutter.self))),
        shared("mechanism", "drawer_pins", .numbers([2, 5])),
        shared("mechanism", "pulse_ms", .pair(50...510)),
        shared("mechanism", "buzzer", .word(words(Buzzer.self))),
        shared("mechanism", "speed", .number(20...1000)),
        shared("mechanism", "buffer_bytes", .number(16...16_777_216)),
        shared("quirks", "loses_buffer_on", .words(words(BufferLoss.self))),
        shared("quirks", "cr_is_lf", .flag),
        shared("quirks", "needs_pacing", .number(0...1_000_000)),
    ]

    /// The names of the sections.
    static let sections: Set<String> = Set(all.compactMap(\.section))
}
