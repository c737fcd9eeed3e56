// SPDX-License-Identifier: Apache-2.0

extension PrinterProfile {
    /// Writes the profile as the text of a file that reads back as the same profile.
    ///
    /// - Parameters:
    ///   - base: the profile that it inherits; what both say alike is left out. Nil writes everything.
    ///   - comment: lines that stand at the top, such as who made the file.
    package func yaml(over base: PrinterProfile? = nil, comment: String = "") -> String {
        let shared = base.flatMap { $0.id == inherits ? $0 : nil }
        var lines = comment.split(whereSeparator: \.isNewline).map {
            "# " + YAMLText.shown(String($0), longest: 110)
        }
        var section: String?
        for key in ProfileSchema.printer.keys {
            guard let value = written(key.path) else { continue }
            if key.isInherited, let shared, shared.written(key.path) == value { continue }
            if key.section != section { lines.append("") }
            if let name = key.name, let within = key.section {
                if within != section { lines.append("\(within):") }
                lines.append("  \(name): \(value)")
            } else {
                lines.append("\(key.path): \(value)")
            }
            section = key.section
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The value of a key as it stands in a file; nil if there is none.
    private func written(_ path: String) -> String? {
        switch path.prefix(while: { $0 != "." }) {
        case "match": writtenMatch(path)
        case "print", "fonts": writtenGeometry(path)
        case "text": writtenText(path)
        case "image", "logo", "qr": writtenPictures(path)
        case "status": writtenStatus(path)
        case "mechanism": writtenMechanism(path)
        case "quirks": writtenQuirks(path)
        default: writtenName(path)
        }
    }

    private func writtenName(_ path: String) -> String? {
        switch path {
        case "id": YAMLText.quoted(id)
        case "vendor": YAMLText.quoted(vendor)
        case "model": YAMLText.quoted(model)
        case "inherits": inherits.map(YAMLText.quoted)
        case "support": support.rawValue
        case "source": YAMLText.quoted(source)
        default: nil
        }
    }

    private func writtenMatch(_ path: String) -> String? {
        switch path {
        case "match.usb": Self.list(match.usb.map(YAMLText.quoted))
        case "match.ieee1284": match.ieee1284.map(YAMLText.quoted)
        case "match.gs_i": match.gsI.map(YAMLText.quoted)
        default: nil
        }
    }

    private func writtenGeometry(_ path: String) -> String? {
        switch path {
        case "print.dpi": "\(print.dpi)"
        case "print.paper": Self.mapping(print.paper.map { ("\($0.millimetres)", "{ dots: \($0.dots) }") })
        case "print.horizontal_unit": "\(print.horizontalUnit)"
        case "print.vertical_unit": "\(print.verticalUnit)"
        case "print.sets_units": "\(print.setsUnits)"
        case "print.line_spacing_dots": "\(print.lineSpacingDots)"
        case "print.blade_dots": "\(print.bladeDots)"
        case "fonts": Self.mapping(fonts.sorted { $0.key < $1.key }.map { ($0.key, Self.sides($0.value)) })
        default: nil
        }
    }

    private func writtenText(_ path: String) -> String? {
        switch path {
        case "text.pages": Self.mapping(text.pages.map { ("\($0.number)", YAMLText.quoted($0.name)) })
        case "text.kanji": text.kanji.rawValue
        case "text.kanji_reach": text.kanjiReach.rawValue
        case "text.kanji_cell": Self.sides(text.kanjiCell)
        case "text.kanji_by_region": "\(text.kanjiByRegion)"
        case "text.utf8": "\(text.utf8)"
        case "text.cancel_kanji": "\(text.cancelKanji)"
        case "text.user_glyphs": "\(text.userGlyphs)"
        default: nil
        }
    }

    private func writtenPictures(_ path: String) -> String? {
        switch path {
        case "image.modes": Self.list(image.modes.map(\.rawValue))
        case "image.max_rows": "\(image.maxRows)"
        case "image.max_bytes": "\(image.maxBytes)"
        case "image.doubling": "\(image.doubling)"
        case "image.aligns": "\(image.aligns)"
        case "image.column_mode": "\(image.columns.mode)"
        case "image.columns_in_text": "\(image.columnsInText)"
        case "image.column_dpi": "[\(image.columns.across), \(image.columns.down)]"
        case "image.realtime_in_data": "\(image.realtimeInData)"
        case "logo.max_rows": "\(logo.maxRows)"
        case "logo.black_percent": "\(logo.blackPercent)"
        case "logo.stored": logo.stored.rawValue
        case "qr.mode": qr.mode.rawValue
        case "qr.native": "\(qr.native)"
        case "qr.native_max": "\(qr.nativeMax)"
        case "qr.max_module": "\(qr.maxModule)"
        case "qr.ink_trim": "\(qr.inkTrim)"
        default: nil
        }
    }

    private func writtenStatus(_ path: String) -> String? {
        switch path {
        case "status.realtime": "\(status.realtime)"
        case "status.asb": "\(status.asb)"
        case "status.gs_r": "\(status.gsR)"
        case "status.process_id": "\(status.processID)"
        case "status.counters": "\(status.counters)"
        case "status.cut_counters": Self.list(status.cutCounters.map(String.init))
        case "status.line_counters": Self.list(status.lineCounters.map(String.init))
        case "status.clear": "\(status.clear)"
        default: nil
        }
    }

    private func writtenMechanism(_ path: String) -> String? {
        switch path {
        case "mechanism.cutter": mechanism.cutter.rawValue
        case "mechanism.cut_command": mechanism.cutCommand.rawValue
        case "mechanism.drawer_pins": Self.list(mechanism.drawerPins.map(String.init))
        case "mechanism.pulse_ms": "[\(mechanism.pulseOnMs), \(mechanism.pulseOffMs)]"
        case "mechanism.buzzer": mechanism.buzzer.rawValue
        case "mechanism.speed": "\(mechanism.speed)"
        case "mechanism.buffer_bytes": "\(mechanism.bufferBytes)"
        case "mechanism.chunk_bytes": "\(mechanism.chunkBytes)"
        default: nil
        }
    }

    private func writtenQuirks(_ path: String) -> String? {
        switch path {
        case "quirks.loses_buffer_on": Self.list(quirks.losesBufferOn.map(\.rawValue))
        case "quirks.cr_is_lf": "\(quirks.crIsLf)"
        case "quirks.needs_pacing": "\(quirks.needsPacing)"
        case "quirks.odd_offline_bit": "\(quirks.oddOfflineBit)"
        case "quirks.prints_as_text": Self.list(quirks.printsAsText.map(\.rawValue))
        default: nil
        }
    }

    private static func sides(_ cell: FontCell) -> String { "[\(cell.width), \(cell.height)]" }

    private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

    private static func mapping(_ pairs: [(String, String)]) -> String {
        "{ \(pairs.map { "\($0): \($1)" }.joined(separator: ", ")) }"
    }
}
