// SPDX-License-Identifier: Apache-2.0

import DisplayService
import Foundation
import TillCore
import Testing

@testable import tilld

@Suite struct `Settings that are read` {
    @Test func `come from a file in order`() throws {
        let configuration = try Configuration()

        let settings = try configuration.read(Configuration.good)

        #expect(settings.environment == .sandbox)
        #expect(settings.terminal.id == "T-1")
        #expect(settings.terminal.currency == .cny)
        #expect(settings.accounts.map(\.provider) == ["openpay"])
        #expect(settings.api.token == "\(Configuration.secret)\(Configuration.secret)")
        #expect(settings.notify == nil)
    }

    @Test func `take relative paths from where the file is`() throws {
        let configuration = try Configuration()
        let folder = configuration.folder.path

        let settings = try configuration.read(Configuration.good)

        #expect(settings.ledgerPath == "\(folder)/state/ledger.sqlite")
        #expect(settings.api.socket == "\(folder)/api.sock")
        #expect(settings.printer?.port == "file:\(folder)/slips.bin")
        #expect(settings.displays.map(\.device) == ["png:\(folder)/screens"])
        #expect(settings.accounts[0].section["private_key_file"]?.hasPrefix("-----BEGIN") == true)
    }

    @Test func `leave absolute paths and devices as they are`() throws {
        let configuration = try Configuration()
        let text = Configuration.good([
            ("path:", "  path: /var/lib/tilld/ledger.sqlite"), ("port:", "    port: tcp:10.0.0.7:9100"),
            ("device:", "    device: name:ili9486"),
        ])

        let settings = try configuration.read(text)

        #expect(settings.ledgerPath == "/var/lib/tilld/ledger.sqlite")
        #expect(settings.printer?.port == "tcp:10.0.0.7:9100")
        #expect(settings.displays.map(\.device) == ["name:ili9486"])
    }

    @Test(arguments: [
        ("127.0.0.1:8470", "127.0.0.1", 8470), ("localhost:1", "localhost", 1),
        ("\"[::1]:65535\"", "::1", 65_535),
    ]) func `listen on this machine`(_ text: String, _ host: String, _ port: Int) throws {
        let configuration = try Configuration()

        let settings = try configuration.read(
            Configuration.good([("listen:", "  listen: \(text)")]))

        #expect(settings.api.listen?.host == host)
        #expect(settings.api.listen?.port == port)
    }

    @Test(arguments: [("30s", 30), ("90s", 90), ("2m", 120), ("30m", 1800)])
    func `read times`(_ text: String, _ seconds: Int) throws {
        let configuration = try Configuration()

        let settings = try configuration.read(
            Configuration.good([("deadline:", "  deadline: \(text)")]))

        #expect(settings.patience == .seconds(seconds))
    }

    @Test(
        arguments: [
            ("", nil), ("sound: {}", nil), ("sound: { device: \"\" }", nil),
            ("sound: { device: default }", ["aplay", "-q", "-t", "wav", "-D", "default", "-"]),
            ("sound: { command: [paplay, /usr/share/sounds/bell.oga] }", ["paplay", "/usr/share/sounds/bell.oga"]),
            ("sound: { device: default, command: [beep] }", ["beep"]),
        ] as [(String, [String]?)])
    func `say how a payment sounds`(line: String, words: [String]?) throws {
        let configuration = try Configuration()

        let settings = try configuration.read(Configuration.good + line + "\n")

        #expect(settings.sound?.words == words)
    }

    /// An environment variable, and what it changes.
    struct Override: Sendable, CustomTestStringConvertible {
        let name: String
        let value: String
        let holds: @Sendable (Settings) -> Bool
        var testDescription: String { "\(name)=\(value)" }

        static let all = [
            Override(name: "TILLD_SALES_DEADLINE", value: "2m") { $0.patience == .seconds(120) },
            Override(name: "TILLD_LIMITS_OPEN_ORDERS", value: "3") { $0.openOrdersMax == 3 },
            Override(name: "TILLD_TERMINAL_NAME", value: "Other") { $0.terminal.name == "Other" },
            Override(name: "TILLD_TERMINAL_CURRENCY", value: "JPY") { $0.terminal.currency == .jpy },
            Override(name: "TILLD_STORE_PATH", value: "/l") { $0.ledgerPath == "/l" },
            Override(name: "TILLD_API_LISTEN", value: "127.0.0.1:1") { $0.api.listen?.port == 1 },
            Override(name: "TILLD_API_GROUP", value: "shop") { $0.api.group == "shop" },
            Override(name: "TILLD_ACCOUNTS_MAIN_MERCHANT", value: "M-9") {
                $0.accounts[0].section["merchant"] == "M-9"
            },
            Override(name: "TILLD_PRINTERS_COUNTER_PAPER_MM", value: "58") { $0.printer?.paper == 58 },
            Override(name: "TILLD_DISPLAYS_PAYER_ROTATE", value: "180") {
                $0.displays.map { $0.panel["rotate"] } == ["180"]
            },
            Override(name: "TILLD_DISPLAYS_PAYER_CONSOLE", value: "none") {
                $0.displays.map(\.stand.console) == ["none"]
            },
            Override(name: "TILLD_DISPLAYS_PAYER_IDLE_DIM", value: "5m") {
                $0.displays.map(\.stand.idleAfter) == [.seconds(300)]
            },
            Override(name: "TILLD_DISPLAYS_PAYER_IDLE_LIGHT", value: "0") {
                $0.displays.map(\.stand.idleLight) == [0]
            },
        ]
    }

    @Test(arguments: Override.all) func `are overridden by the environment`(_ row: Override) throws {
        let configuration = try Configuration()
        let before = try configuration.read(Configuration.good)

        let settings = try configuration.read(
            Configuration.good, environment: [row.name: row.value, "PATH": "/bin"])

        #expect(row.holds(settings))
        #expect(!row.holds(before))
    }

    @Test func `may come from the environment alone`() throws {
        let configuration = try Configuration()
        let text = Configuration.good([("environment:", ""), ("id:", "")])

        let settings = try configuration.read(
            text, environment: ["TILLD_ENVIRONMENT": "sandbox", "TILLD_TERMINAL_ID": "T-9"])

        #expect(settings.environment == .sandbox)
        #expect(settings.terminal.id == "T-9")
    }

    @Test func `from the environment are checked as those of the file`() throws {
        let configuration = try Configuration()

        let faults = configuration.faults(
            Configuration.good,
            environment: [
                "TILLD_SALES_DEADLINE": "soon", "TILLD_API_LISTEN": "0.0.0.0:8470",
                "TILLD_TERMINAL_CURRENCY": "cny",
            ])

        #expect(faults.count == 3)
        for key in ["sales.deadline", "api.listen", "terminal.currency"] {
            #expect(faults.contains { $0.contains(key) })
        }
    }

    @Test func `leave what is not enabled alone`() throws {
        let configuration = try Configuration()
        let text =
            Configuration.good.replacing(
                "printers:\n",
                with: "printers:\n  spare:\n    profile: [nothing, of, this]\n    wrong: 1\n")

        let settings = try configuration.read(text)

        #expect(settings.printer?.name == "counter")
    }
}
