// SPDX-License-Identifier: Apache-2.0

import Foundation
import Receipts
import TillStore
import Testing

@testable import tilld

@Suite struct `Several printers` {
    /// The good configuration with other printers.
    private func text(_ printers: String) -> String {
        Configuration.good([("enabled: [counter]", printers)])
    }

    private static let three = """
          enabled: [counter, kitchen, roll]
          kitchen:
            profile: generic-58
            port: file:kitchen.bin
            slips: [code, day]
          roll:
            profile: generic-58
            port: file:roll.bin
            role: journal
        """

    @Test func `share the slips by what each of them names`() throws {
        let configuration = try Configuration()

        let settings = try configuration.read(text(Self.three))
        let parts = try Parts(settings: settings)

        #expect(settings.printers.map(\.name) == ["counter", "kitchen", "roll"])
        #expect(settings.printer?.name == "counter")
        #expect(settings.rolls == ["roll"])
        #expect(settings.printers.map { settings.slips(of: $0) } == [[.sale, .copy, .refund], [.code, .day], []])
        #expect(parts.printers.map(\.setting.name) == ["counter", "kitchen", "roll"])
        #expect(parts.printers.map(\.renderer.profileName) == ["generic-80", "generic-58", "generic-58"])
        #expect(parts.receipts.profileName == "generic-80")
    }

    @Test func `are one that takes all slips where nothing is said`() throws {
        let configuration = try Configuration()

        let settings = try configuration.read(Configuration.good)

        #expect(settings.printers.map(\.role) == [.receipts])
        #expect(settings.printers.map { settings.slips(of: $0) } == [Set(SlipKind.allCases)])
        #expect(settings.rolls.isEmpty)
    }

    @Test func `may be a roll and nothing else`() throws {
        let configuration = try Configuration()

        let settings = try configuration.read(
            Configuration.good([("port:", "    port: file:roll.bin\n    role: journal")]))
        let parts = try Parts(settings: settings)

        #expect(settings.printer == nil)
        #expect(parts.printer == nil)
        #expect(parts.printers.map(\.setting.role) == [.journal])
    }

    /// What is wrong, and the key and the words of the one sentence that says so.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let kitchen: String
        let key: String
        let what: String
        var testDescription: String { kitchen }
    }

    @Test(arguments: [
        Wrong(kitchen: "role: spare", key: "printers.kitchen.role", what: "receipts or journal"),
        Wrong(kitchen: "slips: [codes]", key: "printers.kitchen.slips", what: "none of sale, copy, refund, code, day"),
        Wrong(kitchen: "slips: []", key: "printers.kitchen.slips", what: "counter has none"),
        Wrong(kitchen: "role: journal\n    slips: [code]", key: "printers.kitchen.slips", what: "prints lines"),
        Wrong(kitchen: "role: journal\n    drawer: sale", key: "printers.kitchen.drawer", what: "opens no drawer"),
        Wrong(kitchen: "role: journal\n    logo: logo.png", key: "printers.kitchen.logo", what: "prints none"),
    ])
    func `say what is wrong with one of them in a sentence`(_ wrong: Wrong) throws {
        let configuration = try Configuration()
        let kitchen = "\n  kitchen:\n    profile: generic-58\n    port: file:kitchen.bin\n    \(wrong.kitchen)"

        let faults = configuration.faults(text("  enabled: [counter, kitchen]" + kitchen))

        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.contains("\(wrong.key): ") == true, "\(faults)")
        #expect(faults.first?.contains(wrong.what) == true, "\(faults)")
    }

    @Test func `leave no slip to two of them, and none to nobody`() throws {
        let configuration = try Configuration()
        let kitchen = "\n  kitchen:\n    profile: generic-58\n    port: file:kitchen.bin\n    slips: [code, sale]"
        let both = text("  enabled: [counter, kitchen]" + kitchen)
            .replacing("    port: file:slips.bin", with: "    port: file:slips.bin\n    slips: [sale, copy]")

        let faults = configuration.faults(both)

        #expect(faults.count == 2, "\(faults)")
        #expect(faults.contains { $0.contains("printers.kitchen.slips: has sale, as counter has") }, "\(faults)")
        #expect(
            faults.contains { $0.contains("printers.enabled: leaves slips to nobody: add refund, day") }, "\(faults)")
    }

    @Test func `that are none take no slips from others`() throws {
        let configuration = try Configuration()
        let kitchen = "\n  kitchen:\n    profile: generic-58\n    port: file:kitchen.bin"
        let none = text("  enabled: [counter, kitchen]" + kitchen).replacing("port: file:slips.bin", with: "port: none")

        let settings = try configuration.read(none)
        let parts = try Parts(settings: settings)

        #expect(parts.printers.map(\.setting.name) == ["kitchen"])
        #expect(parts.printers.map { settings.slips(of: $0.setting) } == [Set(SlipKind.allCases)])
    }

    @Test func `have a port each`() throws {
        let configuration = try Configuration()

        let faults = configuration.partFaults(text(Self.three.replacing("roll.bin", with: "kitchen.bin")))

        #expect(faults == ["printers.roll.port: is that of kitchen as well: each printer has its own"])
    }

    @Test func `have their own files, and each says what is wrong with its own`() throws {
        let configuration = try Configuration()
        try configuration.write("bad.slips", "no such command\n")
        let printers = Self.three.replacing("role: journal", with: "role: journal\n    layout: bad.slips")

        let faults = configuration.partFaults(text(printers))

        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { $0.hasPrefix("printers.roll.layout: ") }, "\(faults)")
    }
}
