// SPDX-License-Identifier: Apache-2.0

import Foundation
import PaymentService
import Receipts
import Scenes
import TillCore
import Receipts
import Testing

@testable import tilld

@Suite struct `Parts of the daemon` {
    @Test func `are made of what is configured`() throws {
        let configuration = try Configuration()

        let parts = try Parts(settings: try configuration.read(Configuration.good))

        #expect(parts.accounts.map(\.id) == ["main"])
        #expect(parts.printer != nil)
        #expect(parts.displays.map(\.name) == ["payer"])
        #expect(parts.timeZone.identifier == "Asia/Shanghai")
    }

    @Test func `know from a display's profile how large its pixels are`() throws {
        let configuration = try Configuration()
        let named = Configuration.good([("device:", "    device: /dev/fb0\n    profile: hdmi-7-800x480")])

        let parts = try Parts(settings: try configuration.read(named))
        let without = try Parts(settings: try configuration.read(Configuration.good))

        #expect(parts.displays.map(\.stand?.pitch) == [178])
        #expect(without.displays.map(\.stand?.pitch) == [nil])
    }

    @Test func `need no printer and no display`() throws {
        let configuration = try Configuration()
        let text = Configuration.good([
            ("enabled: [counter]", "  enabled: []"), ("enabled: [payer]", ""),
        ])

        let parts = try Parts(settings: try configuration.read(text))

        #expect(parts.printer == nil)
        #expect(parts.displays.isEmpty)
    }

    @Test func `are a layout, words and a logo of the shop's own`() throws {
        let configuration = try Configuration()
        try configuration.write("shop.slips", "[header]\ncenter: <greeting@fr>\n")
        let words = try String(contentsOfFile: "\(Configuration.devices)/Slips/en.words", encoding: .utf8)
        try configuration.write(
            "fr.words", words.replacingOccurrences(of: "language = en", with: "language = fr") + "greeting = Bonjour\n")
        try configuration.write("logo.pbm", "P1 8 2 11111111 11111111\n")
        let text = Configuration.good([
            ("port:", "    port: none\n    layout: shop.slips\n    words: [fr.words]\n    logo: logo.pbm")
        ])

        let parts = try Parts(settings: try configuration.read(text))
        let slip = parts.receipts.text(
            for: Receipt(
                merchantName: "Corner Tea", terminal: "T-1", order: "O1", kind: .sale, subject: "Tea",
                amount: Money(minorUnits: 1250, .cny), at: Timestamp(milliseconds: 0), utcOffsetSeconds: 0))

        #expect(slip.contains("Bonjour"))
    }

    @Test(arguments: [
        ("layout: nothing.slips", "printers.counter.layout: ", "cannot be read"),
        ("layout: bad.slips", "printers.counter.layout: ", "bad.slips:1: "),
        ("words: [bad.slips]", "printers.counter.words: ", "the language is missing"),
        ("logo: bad.slips", "printers.counter.logo: ", "no picture"),
    ])
    func `name the key, the file and the line of what a shop got wrong`(
        line: String, key: String, why: String
    ) throws {
        let configuration = try Configuration()
        try configuration.write("bad.slips", "no such command\n")

        let faults = configuration.partFaults(Configuration.good([("port:", "    port: none\n    \(line)")]))

        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { $0.hasPrefix(key) }, "\(faults)")
        #expect(faults.contains { $0.contains(why) }, "\(faults)")
    }

    @Test func `are words, a logo and a greeting for a display`() throws {
        let configuration = try Configuration()
        try configuration.write("de.words", "language = de\npaid = Bezahlt\n")
        try configuration.write("logo.pbm", "P1 8 2 11111111 11111110\n")
        let text = Configuration.good([
            (
                "device:",
                "    device: none\n    language: de\n    words: [de.words]\n    logo: logo.pbm\n    greeting: Moin"
            )
        ])

        let settings = try configuration.read(text)
        let parts = try Parts(settings: settings)

        #expect(settings.displays.map(\.greeting) == ["Moin"])
        #expect(parts.screens.map(\.words.language) == ["de"])
        #expect(parts.screens.map { $0.words[.paid] } == ["Bezahlt"])
        #expect(parts.screens.allSatisfy { $0.logo != nil })
        #expect(parts.screens.flatMap(\.notes).count == 1)
        #expect(parts.screens[0].notes[0].contains("not_paid"))
    }

    @Test func `are the terminal's words on a display that names none`() throws {
        let configuration = try Configuration()
        let text = Configuration.good([("time_zone:", "  time_zone: Asia/Shanghai\n  language: zh-Hans")])

        let parts = try Parts(settings: try configuration.read(text))

        #expect(parts.screens.map(\.words.language) == ["zh-Hans"])
        #expect(parts.screens.flatMap(\.notes) == [])
    }

    @Test(arguments: [
        ("language: de", "displays.payer.language: ", "there are no words of de"),
        ("words: [nothing.words]", "displays.payer.words: ", "cannot be read"),
        ("words: [bad.words]", "displays.payer.words: ", "bad.words:1: "),
        ("logo: bad.words", "displays.payer.logo: ", "no picture"),
    ])
    func `name the key and the file of what a shop got wrong on screens`(
        line: String, key: String, why: String
    ) throws {
        let configuration = try Configuration()
        try configuration.write("bad.words", "no word\nlanguage = en\n")

        let faults = configuration.partFaults(Configuration.good([("device:", "    device: none\n    \(line)")]))

        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { $0.hasPrefix(key) }, "\(faults)")
        #expect(faults.contains { $0.contains(why) }, "\(faults)")
    }

    /// A line in place of the one that begins so, and the key that the one sentence has to name.
    struct Row: Sendable, CustomTestStringConvertible {
        let start: String
        let line: String
        let key: String
        var testDescription: String { line }

        static let all = [
            Row(
                start: "profile:", line: "    profile: nobody-9000", key: "printers.counter.profile"),
            Row(start: "port:", line: "    port: com1", key: "printers.counter.port"),
            Row(start: "port:", line: "    port: tcp:10.0.0.7", key: "printers.counter.port"),
            Row(start: "device:", line: "    device: hdmi", key: "displays.payer.device"),
            Row(start: "folder:", line: "  folder: /nowhere", key: "devices.folder"),
            Row(start: "gateway:", line: "    gateway: http://pay.example/v1", key: "accounts.main.gateway"),
            Row(start: "gateway:", line: "    gateway: https://pay.example", key: "accounts.main.gateway"),
            Row(start: "key:", line: "    key: two words", key: "accounts.main.key"),
            Row(
                start: "gateway:", line: "    gateway: https://a/v1\n    algorithm: rot13",
                key: "accounts.main.algorithm"),
            Row(
                start: "gateway:", line: "    gateway: https://a/v1\n    currency: yuan",
                key: "accounts.main.currency"),
            Row(
                start: "private_key_file:", line: "    private_key_file: api-token",
                key: "accounts.main.private_key_file"),
            Row(
                start: "platform_key_file:", line: "    platform_key_file: api-token",
                key: "accounts.main.platform_key_file"),
        ]
    }

    @Test(arguments: Row.all) func `that cannot be made are one sentence with the key`(_ row: Row)
        throws
    {
        let configuration = try Configuration()

        let faults = configuration.partFaults(Configuration.good([(row.start, row.line)]))

        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("\(row.key): ") == true, "\(faults)")
        #expect(faults.first?.hasSuffix(".") == false)
    }

    @Test func `that cannot be made are told all at once`() throws {
        let configuration = try Configuration()
        let text = Configuration.good([
            ("profile:", "    profile: nobody-9000"), ("device:", "    device: hdmi"),
            ("key:", "    key: two words"), ("gateway:", "    gateway: ftp://a/v1"),
        ])

        let faults = configuration.partFaults(text)

        #expect(faults.count == 4)
    }

    @Test func `without a merchant name each key of the account that is missing`() throws {
        let configuration = try Configuration()
        let text = Configuration.good([
            ("merchant: M-42", "  merchant: M-1"), ("merchant: M-42", ""), ("key:", ""),
            ("platform_key:", ""), ("gateway:", ""),
        ])

        let faults = configuration.partFaults(text)

        for key in ["merchant", "key", "platform_key", "gateway"] {
            #expect(faults.contains { $0.hasPrefix("accounts.main.\(key): ") }, "\(key)")
        }
        #expect(faults.count == 4)
    }

    @Test(arguments: [
        ("private_key_file:", "    private_key_file: api-token\n    algorithm: hmac-sha256"),
        ("sales:", "notify: {listen: '127.0.0.1:8472', public_url: 'https://shop.example/notify'}\nsales:"),
        ("sales:", "notify: {listen: '127.0.0.1:8472', public_url: 'ftp://shop.example'}\nsales:"),
        ("id:", "  id: \"\(String(repeating: "T", count: 65))\""),
        ("merchant:", "  merchant: \"\(String(repeating: "M", count: 65))\""),
    ]) func `name keys that can be written`(_ start: String, _ line: String) throws {
        let configuration = try Configuration()
        let example = String(decoding: try Data(contentsOf: Configuration.example), as: UTF8.self)
        let keys = Set(
            example.components(separatedBy: "\n").compactMap {
                $0.split(separator: ":").first?.trimmingCharacters(in: .whitespaces)
            })

        let faults = configuration.partFaults(Configuration.good([(start, line)]))

        // What a sentence blames or recommends has to be a key that the reader takes.
        #expect(!faults.isEmpty)
        for fault in faults {
            let key = try #require(fault.components(separatedBy: ": ").first)
            let name = key.split(separator: ".").last ?? ""
            #expect(keys.contains(String(name)), "\(fault)")
            for word in ["webhook_key_file", "webhook_secret_file"] where fault.contains(word) {
                #expect(keys.contains(word), "\(fault)")
            }
        }
    }
}
