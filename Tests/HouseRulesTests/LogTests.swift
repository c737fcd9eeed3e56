// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct `The log` {
    /// The names that belong to one line of the log, with the place of the call.
    private struct Call {
        let place: String
        let names: Set<String>
    }

    /// Calls of a logger, each up to the end of its statement.
    private static func calls(in files: [SourceTree.File]) -> [Call] {
        files.flatMap { file in
            let lines = file.lines
            return lines.indices.filter {
                // Few lines have one, and the expression takes long to see that.
                lines[$0].contains("logger.")
                    && lines[$0].contains(#/logger\.(trace|debug|info|notice|warning|error|critical)\(/#)
            }
            .map { index in
                var text = ""
                var depth = 0
                for line in lines[index...] {
                    text += line
                    depth += line.count { $0 == "(" } - line.count { $0 == ")" }
                    if depth <= 0 { break }
                }
                // What is in a value is no name.
                let names = text.matches(of: #/[\[,]\s*"([a-z_]+)":/#).map { String($0.1) }
                return Call(place: "\(file.path):\(index + 1)", names: Set(names))
            }
        }
    }

    private static let calls = calls(in: SourceTree.swiftFiles(under: "Sources").filter { $0.floor != "Testing" })

    @Test func `is found where it is written`() {
        #expect(Self.calls.count > 30)
        #expect(Self.calls.contains { $0.names.contains("order") })
        #expect(Self.calls.contains { $0.names == ["account", "why"] })
    }

    @Test func `names the sale on each line that names a part of one`() {
        for call in Self.calls where !call.names.isDisjoint(with: ["attempt", "job", "refund"]) {
            #expect(call.names.contains("order"), "\(call.place)")
        }
    }

    @Test func `names nothing that is a secret, or that a payer sent`() {
        let secrets: Set<String> = [
            "authorization", "body", "code", "header", "password", "payload", "raw", "secret", "seed", "signature",
            "token",
        ]

        for call in Self.calls { #expect(call.names.isDisjoint(with: secrets), "\(call.place)") }
    }
}
