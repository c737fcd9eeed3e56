// SPDX-License-Identifier: Apache-2.0

import Foundation
import PaymentService
import TillCore
import Testing

@testable import tilld

@Suite struct `The example configuration` {
    private func example() throws -> String {
        String(decoding: try Data(contentsOf: Configuration.example), as: UTF8.self)
    }

    @Test func `is in order`() throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", try example())

        let settings = try SettingsReader.read(
            file: file, environment: ["TILLD_DEVICES_FOLDER": Configuration.devices])
        let parts = try Parts(settings: settings)

        #expect(settings.terminal.name == "Corner Tea")
        #expect(settings.patience == .seconds(300))
        #expect(settings.api.listen?.port == 8470)
        #expect(settings.notify?.publicURL == "https://shop.example/notify")
        #expect(settings.displays.map { $0.panel["rotate"] } == ["90"])
        #expect(settings.printer?.paper == 80)
        #expect(parts.accounts.map(\.id) == ["main"])
        #expect(parts.printer != nil)
        #expect(settings.rolls == ["roll"])
    }

    @Test func `says of every key what it is for`() throws {
        var above = ""
        var bare: [String] = []

        for line in try example().components(separatedBy: "\n") {
            let text = line.trimmingCharacters(in: .whitespaces)
            defer { above = text }
            guard !text.isEmpty, !text.hasPrefix("#"), !text.hasPrefix("- ") else { continue }
            if !text.contains(" # "), !above.hasPrefix("# "), !text.hasSuffix(":") { bare.append(text) }
            // A section's comment stands above it; one account or device stands in a section.
            if text.hasSuffix(":"), !line.hasPrefix(" "), !above.hasPrefix("# ") { bare.append(text) }
        }

        #expect(bare.isEmpty)
    }

    @Test func `has every key that is read`() throws {
        let configuration = try Configuration()
        let example = try example()
        // A key that nobody knows makes the reader name those that it does.
        var sections = ["": 0]
        var lines = example.components(separatedBy: "\n")
        for line in lines where line.hasSuffix(":") && !line.contains("#") { sections[line] = 0 }
        for section in sections.keys.sorted() where !section.isEmpty {
            let index = try #require(lines.firstIndex(of: section))
            let indent = section.prefix { $0 == " " } + "  "
            lines.insert("\(indent)nobody_knows: 1", at: index + 1)
        }
        lines.append("nobody_knows: 1")

        let faults = configuration.faults(lines.joined(separator: "\n"))

        let told = faults.filter { $0.contains("is not a key here") }
        // Accounts, printers and displays may have names of any kind in them.
        #expect(told.count == sections.count - 3)
        for fault in told {
            let known = try #require(fault.components(separatedBy: "these are: ").last)
                .components(separatedBy: ", ")
            #expect(!known.isEmpty)
            for key in known where !["main", "counter", "roll", "payer"].contains(key) {
                #expect(
                    example.contains("\n\(key):") || example.contains("  \(key):"), "\(fault)")
            }
        }
    }

    @Test func `tells the defaults as they are`() throws {
        let configuration = try Configuration()
        let required = Configuration.good([("deadline:", "  {}"), ("open_orders:", "  {}")])

        let settings = try configuration.read(required)
        let example = try example()

        #expect(settings.patience == .seconds(300))
        #expect(example.contains("5m if left out"))
        #expect(settings.lateMoney == .giveBack)
        #expect(example.contains("give_back if left out"))
        #expect(settings.openOrdersMax == 64)
        #expect(example.contains("64 if left out"))
        #expect(settings.displays.map(\.width) == [800])
        #expect(settings.displays.map(\.height) == [480])
        #expect(example.contains("800 if left out") && example.contains("480 if left out"))
        #expect(settings.displays.map(\.theme) == ["dark"])
        let stand = try #require(settings.displays.first?.stand)
        #expect(stand.console == "auto" && !stand.takesConsole && stand.backlight == "auto")
        #expect(stand.idleAfter == nil && stand.idleLight == nil && stand.profile == nil)
        #expect(settings.terminal.language == "en")
        #expect(settings.printer?.role == .receipts && settings.printer?.slips == [])
        #expect(settings.logFormat == .text)
        #expect(example.contains("text if left out"))
        #expect(!settings.api.opensMetrics)
        #expect(example.contains("token if left out"))
    }
}
