// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import tilld

@Suite struct `Faults of a configuration` {
    /// A line in place of the one that begins so, and the key that the one sentence has to name.
    struct Row: Sendable, CustomTestStringConvertible {
        let start: String
        let line: String
        let key: String
        /// Whether the sentence tells the line that the fault stands on.
        let hasLine: Bool

        init(_ start: String, _ line: String, _ key: String, hasLine: Bool = true) {
            (self.start, self.line, self.key, self.hasLine) = (start, line, key, hasLine)
        }

        var testDescription: String { line.isEmpty ? "no \(start)" : line }

        static let all = unknown + types + missing + values + accounts + devices

        static let unknown = [
            Row("environment:", "environment: sandbox\ntip: 1", "tip"),
            Row("id:", "  id: T-1\n  tip: 1", "terminal.tip"),
            Row("path:", "  path: l.sqlite\n  tip: 1", "store.tip"),
            Row("socket:", "  socket: api.sock\n  tip: 1", "api.tip"),
            Row("deadline:", "  deadline: 5m\n  tip: 1", "sales.tip"),
            Row("open_orders:", "  open_orders: 64\n  tip: 1", "limits.tip"),
            Row("merchant: M-42", "  merchant: M-42\n  Id: T-2", "terminal.Id"),
            Row("key:", "    key: key_1\n    tip: 1", "accounts.main.tip"),
            Row("profile:", "    profile: generic-80\n    tip: 1", "printers.counter.tip"),
            Row("device:", "    device: none\n    tip: 1", "displays.payer.tip"),
            Row("folder:", "  folder: /d\n  tip: 1", "devices.tip"),
            Row("sales:", "notify: {listen: '127.0.0.1:8472', tip: 1}\nsales:", "notify.tip"),
        ]
        static let types = [
            Row("id:", "  id: [a]", "terminal.id"), Row("id:", "  id: {a: b}", "terminal.id"),
            Row("path:", "  path: []", "store.path"),
            Row("deadline:", "  deadline: {a: b}", "sales.deadline"),
            Row("open_orders:", "  open_orders: many", "limits.open_orders"),
            Row("open_orders:", "  open_orders: 1.5", "limits.open_orders"),
            Row("enabled: [payer]", "  enabled: payer", "displays.enabled"),
            Row("enabled: [payer]", "  enabled: [[payer]]", "displays.enabled"),
            Row("token_file:", "  token_file: {a: b}", "api.token_file"),
        ]
        static let missing = [
            Row("environment:", "", "environment", hasLine: false),
            Row("id:", "", "terminal.id", hasLine: false),
            Row("id:", "  id: ''", "terminal.id"), Row("id:", "  id:", "terminal.id"),
            Row("name:", "", "terminal.name", hasLine: false),
            Row("merchant:", "", "terminal.merchant", hasLine: false),
            Row("currency:", "", "terminal.currency", hasLine: false),
            Row("time_zone:", "", "terminal.time_zone", hasLine: false),
            Row("path:", "  {}", "store.path", hasLine: false),
            Row("socket:", "", "api.socket", hasLine: false),
            Row("token_file:", "", "api.token_file", hasLine: false),
            Row("enabled: [main]", "", "accounts.enabled", hasLine: false),
            Row("enabled: [main]", "  enabled: []", "accounts.enabled"),
            Row("provider:", "", "accounts.main.provider", hasLine: false),
            Row("profile:", "", "printers.counter.profile", hasLine: false),
            Row("port:", "", "printers.counter.port", hasLine: false),
            Row("device:", "    width: 800", "displays.payer.device", hasLine: false),
            Row("sales:", "notify: {public_url: 'https://a'}\nsales:", "notify.listen", hasLine: false),
        ]
        static let values = [
            Row("environment:", "environment: test", "environment"),
            Row("deadline:", "  deadline: 300", "sales.deadline"),
            Row("deadline:", "  deadline: 29s", "sales.deadline"),
            Row("deadline:", "  deadline: 31m", "sales.deadline"),
            Row("deadline:", "  deadline: -5m", "sales.deadline"),
            Row("deadline:", "  deadline: 5 m", "sales.deadline"),
            Row("deadline:", "  deadline: 5d", "sales.deadline"),
            Row("deadline:", "  deadline: 9999999999999999999s", "sales.deadline"),
            Row("open_orders:", "  open_orders: 0", "limits.open_orders"),
            Row("open_orders:", "  open_orders: 10001", "limits.open_orders"),
            Row("currency:", "  currency: cny", "terminal.currency"),
            Row("currency:", "  currency: XQX", "terminal.currency"),
            Row("time_zone:", "  time_zone: Mars/Olympus", "terminal.time_zone"),
            Row("name:", "  name: \(String(repeating: "a", count: 41))", "terminal.name"),
            Row("name:", "  name: Corner Tea\n  language: fr", "terminal.language"),
            Row("socket:", "  socket: /\(String(repeating: "a", count: 100))", "api.socket"),
            Row("listen:", "  listen: 0.0.0.0:8470", "api.listen"),
            Row("listen:", "  listen: 10.0.0.7:8470", "api.listen"),
            Row("listen:", "  listen: '[::]:8470'", "api.listen"),
            Row("listen:", "  listen: localhost.evil.example:8470", "api.listen"),
            Row("listen:", "  listen: 127.0.0.1", "api.listen"),
            Row("listen:", "  listen: 127.0.0.1:0", "api.listen"),
            Row("listen:", "  listen: 127.0.0.1:65536", "api.listen"),
            Row("listen:", "  listen: ':8470'", "api.listen"),
            Row("sales:", "notify: {listen: shop.example}\nsales:", "notify.listen"),
            Row("sales:", "notify: {listen: '127.0.0.1:99999'}\nsales:", "notify.listen"),
            Row("token_file:", "  token_file: nothing", "api.token_file"),
            Row("token_file:", "  token_file: keys", "api.token_file"),
        ]
        static let accounts = [
            Row("enabled: [main]", "  enabled: [main, other]", "accounts.enabled"),
            Row("private_key_file:", "    private_key_file: nothing", "accounts.main.private_key_file"),
            Row("platform_key_file:", "    platform_key_file: /", "accounts.main.platform_key_file"),
        ]
        static let devices = [
            Row("enabled: [counter]", "  enabled: [counter, counter]", "printers.enabled"),
            Row("enabled: [counter]", "  enabled: [other]", "printers.enabled"),
            Row("enabled: [payer]", "  enabled: [other]", "displays.enabled"),
            Row("port:", "    port: none\n    paper_mm: 500", "printers.counter.paper_mm"),
            Row("port:", "    port: none\n    drawer: always", "printers.counter.drawer"),
            Row("device:", "    device: none\n    rotate: 45", "displays.payer.rotate"),
            Row("device:", "    device: none\n    rotate: 360", "displays.payer.rotate"),
            Row("device:", "    device: none\n    width: 63", "displays.payer.width"),
            Row("device:", "    device: none\n    height: 5000", "displays.payer.height"),
            Row("device:", "    device: none\n    theme: pink", "displays.payer.theme"),
            Row("device:", "    device: none\n    take_console: maybe", "displays.payer.take_console"),
            Row("device:", "    device: none\n    backlight: ../../etc", "displays.payer.backlight"),
            Row("device:", "    device: none\n    backlight: ''", "displays.payer.backlight"),
            Row("device:", "    device: none\n    idle_dim: 9s", "displays.payer.idle_dim"),
            Row("device:", "    device: none\n    idle_dim: 25h", "displays.payer.idle_dim"),
            Row("device:", "    device: none\n    idle_light: 101", "displays.payer.idle_light"),
            Row("device:", "    device: none\n    idle_light: dim", "displays.payer.idle_light"),
            Row("devices:", "sound: { device: -D }\ndevices:", "sound.device"),
            Row("devices:", "sound: { command: [\"\"] }\ndevices:", "sound.command"),
            Row("devices:", "sound: { device: default, volume: 11 }\ndevices:", "sound.volume"),
        ]
    }

    @Test func `are none in the configuration that the others change`() throws {
        let configuration = try Configuration()

        #expect(configuration.faults(Configuration.good).isEmpty)
    }

    @Test(arguments: Row.all) func `are one sentence each that names the key`(_ row: Row) throws {
        let configuration = try Configuration()
        let text = Configuration.good([(row.start, row.line)])

        let faults = configuration.faults(text)

        #expect(faults.count == 1, "\(faults)")
        let fault = try #require(faults.first)
        #expect(fault.contains("\(row.key): "))
        #expect(!fault.contains("\n") && !fault.hasSuffix("."))
        if row.hasLine {
            let key = row.key.split(separator: ".").last ?? ""
            let lines = text.components(separatedBy: "\n")
            let number = try #require(Int(fault.split(separator: " ")[1].dropLast()))
            #expect(lines[number - 1].contains("\(key):"), "\(fault)")
        }
    }

    @Test func `of a provider that is not known leave its keys alone`() throws {
        let configuration = try Configuration()

        let faults = configuration.faults(
            Configuration.good([("provider:", "    provider: alipay")]))

        #expect(faults.count == 1)
        #expect(faults[0].contains("accounts.main.provider: "))
        #expect(faults[0].contains("alipay") && faults[0].contains("openpay"))
    }

    @Test func `of a token without its file are told`() throws {
        let configuration = try Configuration()
        for content in ["", "\n", "short", String(repeating: "a", count: 31)] {
            try configuration.write("api-token", content)

            let faults = configuration.faults(Configuration.good)

            #expect(faults.count == 1, "a token of \(content.count) characters")
            #expect(faults.first?.contains("api.token_file: ") == true)
        }
    }

    @Test(arguments: [0o604, 0o640, 0o644, 0o660, 0o601, 0o666] as [mode_t])
    func `of secrets that others may touch are told`(_ mode: mode_t) throws {
        let configuration = try Configuration()
        chmod(configuration.folder.appending(path: "keys/openpay.pem").path, mode)
        chmod(configuration.folder.appending(path: "api-token").path, mode)

        let faults = configuration.faults(Configuration.good)

        #expect(faults.count == 2)
        for key in ["accounts.main.private_key_file: ", "api.token_file: "] {
            #expect(faults.contains { $0.contains(key) && $0.contains("chmod 600") })
        }
    }

    @Test func `are none in a public key that all may read`() throws {
        let configuration = try Configuration()
        chmod(configuration.folder.appending(path: "keys/openpay-platform.pem").path, 0o644)

        #expect(configuration.faults(Configuration.good).isEmpty)
    }

    @Test func `of live money are a gateway that is not https`() throws {
        let configuration = try Configuration()
        let live = ("environment:", "environment: live")

        let http = configuration.faults(Configuration.good([live]))
        let https = configuration.faults(
            Configuration.good([live, ("gateway:", "    gateway: https://pay.example/v1")]))

        #expect(http.count == 1)
        #expect(http.first?.contains("accounts.main.gateway: ") == true)
        #expect(https.isEmpty)
    }

    @Test(arguments: ["HTTP://pay.example/v1", "Http://127.0.0.1:8471/v1", "pay.example/v1"])
    func `of live money are a gateway that is not https however it is written`(_ gateway: String)
        throws
    {
        let configuration = try Configuration()

        let faults = configuration.partFaults(
            Configuration.good([
                ("environment:", "environment: live"), ("gateway:", "    gateway: \(gateway)"),
            ]))

        #expect(faults.count == 1)
        #expect(faults.first?.contains("accounts.main.gateway: ") == true)
    }

    @Test(arguments: [
        ("name:", "  name: A\n  name: B", "name"),
        ("environment:", "environment: live\nenvironment: sandbox", "environment"),
    ]) func `of a key that stands twice are one sentence with its name`(
        _ start: String, _ line: String, _ key: String
    ) throws {
        let configuration = try Configuration()

        let faults = configuration.faults(Configuration.good([(start, line)]))

        #expect(faults.count == 1)
        #expect(faults.first?.contains("line ") == true)
        #expect(faults.first?.contains(key) == true)
        #expect(faults.first?.contains("twice") == true)
        #expect(faults.first?.contains("\n") == false)
    }

    @Test(arguments: ["a: [", "a: b: c", "\tx: 1", "a: *nobody", "- 1", "just words", "a: 1\n--- \nb: 2"])
    func `of what is no configuration are told in sentences`(_ text: String) throws {
        let configuration = try Configuration()

        let faults = configuration.faults(text)

        #expect(!faults.isEmpty)
        for fault in faults {
            #expect(!fault.contains("\n") && !fault.hasSuffix("."), "\(fault)")
            #expect(!fault.hasPrefix(":") && !fault.contains(": : "), "\(fault)")
        }
    }

    @Test(arguments: ["", "\n", "# nothing yet\n", "~"])
    func `of an empty file are all that is required`(_ text: String) throws {
        let configuration = try Configuration()

        let faults = configuration.faults(text)

        for key in [
            "environment", "terminal.id", "terminal.merchant", "terminal.name", "terminal.currency",
            "terminal.time_zone", "store.path", "api.socket", "accounts.enabled",
        ] { #expect(faults.contains { $0.hasPrefix("\(key): ") }, "\(key)") }
        #expect(faults.count == 9)
    }

    @Test func `that are twelve are told all at once`() throws {
        let configuration = try Configuration()
        chmod(configuration.folder.appending(path: "keys/openpay.pem").path, 0o644)
        let text = Configuration.good([
            ("environment:", "environment: test\ntip: 1"), ("id:", "  id:"),
            ("currency:", "  currency: yuan"), ("time_zone:", "  time_zone: here"),
            ("path:", "  path: []"), ("listen:", "  listen: 0.0.0.0:8470"),
            ("deadline:", "  deadline: soon"), ("open_orders:", "  open_orders: 0"),
            ("provider:", "    provider: openpay\n    tip: 2"),
            ("enabled: [counter]", "  enabled: [counter, other]"),
        ])

        let faults = configuration.faults(text)

        let keys = [
            "environment", "tip", "terminal.id", "terminal.currency", "terminal.time_zone",
            "store.path", "api.listen", "sales.deadline", "limits.open_orders",
            "accounts.main.tip", "accounts.main.private_key_file", "printers.enabled",
        ]
        #expect(keys.count == 12)
        #expect(faults.count == 12, "\(faults)")
        for key in keys { #expect(faults.contains { $0.contains(" \(key): ") }, "\(key)") }
    }

    @Test func `of keys that are lists name the line, and take no time for it`() {
        let text = [1, 1, 2, 2].map { "? - \(String(repeating: "- ", count: 40))0\n  - \($0)\n: 0\n" }.joined()

        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read("\n" + text, folder: "/nowhere", environment: [:])
        }

        #expect(
            error?.sentences == [
                "the configuration has a key in line 2 that is a list or a mapping: write one word and a colon"
            ])
    }

    @Test func `of a file that is not there name it`() {
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(file: "/nowhere/tilld.yaml", environment: [:])
        }

        #expect(error?.sentences.count == 1)
        #expect(error?.sentences.first?.contains("/nowhere/tilld.yaml") == true)
    }
}
