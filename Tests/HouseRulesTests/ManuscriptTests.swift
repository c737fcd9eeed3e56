// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `The manuscript` {
    private let sources = SourceTree.swiftFiles(under: "Sources")
    private let tests = SourceTree.swiftFiles(under: "Tests")

    @Test func `every file begins with its licence`() {
        for file in sources + tests {
            #expect(file.text.hasPrefix("// SPDX-License-Identifier: Apache-2.0"), "\(file.path)")
        }
    }

    @Test func `files stay short`() {
        for file in sources { #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines") }
    }

    /// Words that say nothing about what a thing is.
    private static let bannedInNames = [
        "Manager", "Orchestrator", "Coordinator", "Processor", "Helper", "Util", "Common", "Misc", "Info",
    ]

    @Test func `types have names that say what they are`() throws {
        let declaration = /\b(?:struct|class|enum|actor|protocol)\s+([A-Z][A-Za-z0-9]*)/

        for file in sources {
            for match in file.text.matches(of: declaration) {
                let name = String(match.1)
                for word in Self.bannedInNames {
                    #expect(!name.contains(word), "\(file.path) declares \(name)")
                }
                #expect(!name.hasSuffix("Data"), "\(file.path) declares \(name)")
            }
        }
    }

    /// Where time and randomness may come from; everywhere else they are handed in.
    private static let mayLookAtTheClock: Set<String> = ["tilld", "till", "till-sandbox", "LedgerVictim"]

    @Test func `time and randomness come in from the programs`() {
        let calls = ["Date()", "Date.now", ".now()", "UUID()", "SystemRandomNumberGenerator()"]

        for file in sources where !Self.mayLookAtTheClock.contains(file.target) && file.floor != "Testing" {
            for (number, line) in file.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for call in calls {
                    #expect(!line.contains(call), "\(file.path):\(number + 1) calls \(call)")
                }
            }
        }
    }

    /// Files that may do what is banned elsewhere, each with its reason.
    private static let exceptions: [String: String] = [
        "Sources/Formats/Signing/KeyHandle.swift":
            "a pointer of libcrypto's that is counted by references and never changed",
        "Sources/Edges/HTTPTransport/TransportWaker.swift":
            "the one call of curl's that is made from other threads, as its manual allows",
    ]

    @Test func `nothing runs beside the structure, and nothing is declared safe by hand`() {
        let calls = [
            " Task {", "Task.detached", "@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError(",
        ]

        for file in sources where Self.exceptions[file.path] == nil {
            for (number, line) in file.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for call in calls {
                    #expect(!line.contains(call), "\(file.path):\(number + 1) has \(call)")
                }
            }
        }
    }

    @Test func `an exception that nobody needs any more is struck off`() {
        for path in Self.exceptions.keys {
            let file = sources.first { $0.path == path }
            #expect(file?.text.contains("nonisolated(unsafe)") == true, "\(path) needs no exception")
        }
    }

    @Test func `no test sleeps or is skipped`() {
        let calls = ["Task.sleep", "Thread.sleep", "usleep(", "XCTSkip", ".disabled(", ".enabled(if"]

        for file in tests where !file.path.contains("HouseRulesTests") {
            for call in calls { #expect(!file.text.contains(call), "\(file.path) has \(call)") }
        }
    }

    @Test func `nothing is left for later`() {
        let words = ["TO" + "DO", "FIX" + "ME", "not " + "implemented"]

        for file in sources + tests {
            for word in words { #expect(!file.text.contains(word), "\(file.path) has \(word)") }
        }
    }

    @Test func `no path of a machine is committed`() {
        let shared = ["Scripts", "Devices", "Sources", "Tests"]
        let texts = shared.flatMap { SourceTree.files(under: $0, suffix: "") }

        for file in texts where !file.path.contains("HouseRulesTests") {
            for path in ["/work/" + "main", "/work/" + "h/", "/root/" + "."] {
                #expect(!file.text.contains(path), "\(file.path) has \(path)")
            }
        }
    }

    @Test func `docstrings stand at everything that is not private`() {
        let declaration =
            /^\s*(?:public|package)(?:\(set\))?\s+(?:static |final |nonisolated |mutating |indirect |convenience )*(?:let|var|func|struct|class|enum|actor|protocol|typealias|init|case)\b/

        for file in sources where file.floor != "Testing" {
            var previous: Substring = ""
            for (number, line) in file.lines.enumerated() {
                let isDeclared = line.firstMatch(of: declaration) != nil
                let isPlain =
                    line.contains("static func <") || line.contains(" init(_ text: String)")
                    || line.contains(" let text: String") || line.contains("var description")
                    || line.contains("unownedExecutor") || line.contains("typealias") || line.contains(" init() {")
                let stands =
                    previous.drop(while: { $0 == " " }).hasPrefix("///")
                    || previous.drop(while: { $0 == " " }).hasPrefix("@")
                if isDeclared, !isPlain, !Self.keepsAContract(line) {
                    #expect(stands, "\(file.path):\(number + 1) has no docstring")
                }
                previous = line
            }
        }
    }

    /// Whether a declaration carries out a protocol's, whose docstring is read there.
    private static func keepsAContract(_ line: Substring) -> Bool {
        [
            "func run()", "func respond(", "func send(_ request", "let capabilities", "func print(_ job",
            "static let id:", "func createPayment", "func queryPayment", "func closePayment", "func refund(",
            "func queryRefund", "func readNotify", "func encode(to", "init(from decoder", "func hash(into",
            "static func ==", "let geometry", "var geometry", "func show(", "func poll()", "func reopen()",
            "func close()", "let name", "func condition()", "func write(", "func read(", "func flush(", "func open()",
            "func enqueue", "func next()", "var debugDescription", "var customMirror", "static let members",
            "static var members", "init(reading", "static let bodyMayBeMissing", "struct AsyncIterator",
            "func makeAsyncIterator",
        ].contains { line.contains($0) }
    }
}
