// SPDX-License-Identifier: Apache-2.0

import TillStore

extension Reading {
    /// The printers, in the order in which they are enabled.
    func printers() -> [Settings.Printer] {
        let section = root.section("printers")
        let faults = section.faults.sentences.count
        var printers: [Settings.Printer] = []
        for name in section.list("enabled") {
            guard section.has(name) else {
                section.fault("enabled", "names \"\(name)\", which is not configured")
                continue
            }
            guard !printers.contains(where: { $0.name == name }) else {
                section.fault("enabled", "names \"\(name)\" twice")
                continue
            }
            printers.append(printer(section.section(name), name))
        }
        for name in section.names where name != "enabled" { _ = section.section(name) }
        section.finish()
        // What is misspelt is told, and not what follows from it.
        if section.faults.sentences.count == faults { share(printers, in: section) }
        return printers
    }

    private func printer(_ part: SettingsSection, _ name: String) -> Settings.Printer {
        let profile = part.requiredText("profile")
        let port = part.requiredText("port")
        let role = part.word("role", among: ["receipts", "journal"], otherwise: "receipts")
        let slips = slips(part)
        let paper = part.number("paper_mm", in: 0...120, otherwise: 0)
        let drawer = part.word("drawer", among: ["never", "sale"], otherwise: "never")
        let layout = path("layout", of: part)
        let words = part.list("words").map(absolute)
        let logo = path("logo", of: part)
        if role == "journal" {
            if drawer == "sale" { part.fault("drawer", "is for receipts: a journal printer opens no drawer") }
            if !slips.isEmpty { part.fault("slips", "is for receipts: a journal printer prints lines") }
            if logo != nil { part.fault("logo", "is for receipts: a journal printer prints none") }
        }
        part.finish()
        return Settings.Printer(
            name: name, profile: profile, port: absolutePort(port), paper: paper == 0 ? nil : paper,
            role: role == "journal" ? .journal : .receipts, slips: slips, layout: layout, words: words,
            opensDrawer: drawer == "sale", logo: logo)
    }

    private func slips(_ part: SettingsSection) -> Set<SlipKind> {
        var kinds: Set<SlipKind> = []
        for word in part.list("slips") {
            if let kind = SlipKind(rawValue: word) {
                kinds.insert(kind)
            } else {
                let known = SlipKind.allCases.map(\.rawValue).joined(separator: ", ")
                part.fault("slips", "has \"\(word)\", which is none of \(known)")
            }
        }
        return kinds
    }

    /// Makes sure that every kind of slip has one printer: the one that names it, else the one that names none.
    private func share(_ printers: [Settings.Printer], in section: SettingsSection) {
        let receipts = printers.filter { $0.role == .receipts && $0.isThere }
        var named: [SlipKind: String] = [:]
        for printer in receipts {
            for kind in printer.slips.sorted(by: { $0.rawValue < $1.rawValue }) {
                if let other = named[kind] {
                    section.section(printer.name).fault(
                        "slips", "has \(kind.rawValue), as \(other) has: leave it to one")
                }
                named[kind] = named[kind] ?? printer.name
            }
        }
        let open = receipts.filter(\.slips.isEmpty)
        for printer in open.dropFirst() {
            section.section(printer.name).fault(
                "slips", "is required, because \(open[0].name) has none: say which slips are printed here")
        }
        let left = SlipKind.allCases.filter { named[$0] == nil }.map(\.rawValue)
        guard !receipts.isEmpty, open.isEmpty, !left.isEmpty else { return }
        section.fault(
            "enabled", "leaves slips to nobody: add \(left.joined(separator: ", ")) to the slips of a printer")
    }
}
