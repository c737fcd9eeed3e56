// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Glibc
import Testing

@testable import DeviceProfiles

@Suite struct `A hostile profile` {
    /// Both readers, so that none is left open.
    private func sentences(_ yaml: String, name: String = "x.yaml") -> [[String]] {
        [Devices.problems(printers: [name: yaml]), Devices.problems(displays: [name: yaml])]
    }

    @Test(arguments: [
        ("id: \(String(repeating: "a", count: 1_048_576))", "has more than 65536 bytes"),
        ("a: &a [x, x]\nb: [\((0..<20).map { _ in "*a" }.joined(separator: ", "))]\n", "has more than 16 aliases"),
        (String(repeating: "[", count: 60_000), "is no YAML"),
        (String(repeating: "{a: ", count: 1200), "is no YAML"),
        (String(repeating: "- ", count: 20_000), "is no YAML"),
        ("id: x\u{0}y\n", "is no YAML"),
        ("id: \u{7}\n", "is no YAML"),
        ("%YAML 9.9\n---\nid: x\n", "is no YAML"),
        ("--- 1\n--- 2\n", "is no YAML"),
        ("id: *nobody\n", "is no YAML"),
        ("\u{0}i\u{0}d\u{0}:", "is no YAML"),
    ])
    func `is refused in one sentence`(yaml: String, problem: String) {
        for sentences in sentences(yaml) {
            #expect(sentences.count == 1)
            #expect(sentences.first?.hasPrefix("x.yaml: \(problem)") == true, "\(sentences)")
            #expect(sentences.allSatisfy { $0.utf8.count < 800 && !$0.contains("\n") })
        }
    }

    /// Forty levels, of which the reader compares each twice as often as the one above.
    @Test(
        arguments: [
            (1, endless { "? - \(String(repeating: "- ", count: 40))0\n  - \($0)\n: 0\n" }),
            (1, endless { "? - \(String(repeating: "? ", count: 40))0\n  - \($0)\n: 0\n" }),
            (1, "\u{FEFF}? a\n: 0\n"),
            (1, endless { "\(list($0)): 0\n" }),
            (2, "a: 1\r\nb: {" + endless { "\(list($0)) : 0,\n" } + "}"),
            (1, "a: {" + endless { "?\n\n \(list($0)): 0," } + "}"),
            (1, "a: [" + endless { "x,?# why\n\(list($0)): 0," } + "]"),
            (3, "a: &a \(list(1))\nb:\n  *a : 0\n"),
            (2, "a: &a \(list(1))\nb: {[*a]: 0}\n"),
            (2, "a: &a \(list(1))\u{2028}b: {?*a : 0}\n"),
        ] as [(Int, String)])
    func `has no keys that are lists or mappings, and the line is told`(line: Int, yaml: String) {
        let problem = "x.yaml: has a key in line \(line) that is a list or a mapping: write one word and a colon"

        for sentences in sentences(yaml) { #expect(sentences == [problem]) }
    }

    /// Two keys that are the same but for their last item, both twice: the reader sorts them.
    private static func endless(_ key: (Int) -> String) -> String {
        [1, 1, 2, 2].map(key).joined()
    }

    private static func list(_ item: Int) -> String {
        "[" + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + ", \(item)]"
    }

    @Test(arguments: [
        "vendor: \"[::1]:80, [::2]:80\"", "vendor: Une question ?", "vendor: \"Besoin d'aide ? (1)\"", "vendor: 4 * 4",
        "vendor: what? [really]", "match:\n  usb: [\"04b8:*\", \"04b9:*\"]", "vendor: &a x\nmodel: *a",
        "vendor: \"*all: in\"", "vendor: \"?[a]: b\"", "vendor: Warum? {so}: x",
    ])
    func `is not seen in what only looks like keys with parts`(yaml: String) {
        for sentences in sentences(yaml) {
            #expect(!sentences.contains { $0.contains("is a list or a mapping") }, "\(sentences)")
        }
    }

    @Test func `may nest as deep as the reader allows, and is an unknown key then`() {
        let deep = "deep: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)

        for sentences in sentences(deep) {
            #expect(sentences.contains { $0.hasPrefix("x.yaml: deep: is not a key of a ") })
        }
    }

    /// Bytes that mean something to YAML, or to nobody.
    @Test(arguments: Array("\u{0}\u{1B}:-[{*&!|>\"'#%@`~,?\t\n0".utf8))
    func `with any of its bytes damaged is read, or refused in short sentences`(damage: UInt8) throws {
        let printer = Array(try Devices.text("Printers/generic-80.yaml").utf8)
        let display = Array(try Devices.text("Displays/generic-spi.yaml").utf8)

        for (whole, isPrinter) in [(printer, true), (display, false)] {
            for place in stride(from: Int(damage) % 37, to: whole.count, by: 37) {
                var bytes = whole
                bytes[place] = damage
                let text = String(decoding: bytes, as: UTF8.self)
                let sentences =
                    isPrinter
                    ? Devices.problems(printers: ["generic-80.yaml": text])
                    : Devices.problems(displays: ["generic-spi.yaml": text])
                #expect(sentences.allSatisfy { $0.utf8.count < 800 && !$0.contains("\n") && $0.contains(".yaml: ") })
            }
        }
    }

    @Test func `inherits from itself, or in a circle, and is told so`() {
        let one = "id: one\nvendor: A\nmodel: B\ninherits: two\nsupport: expected\nsource: somewhere\n"
        let two = one.replacing("id: one", with: "id: 2").replacing("inherits: two", with: "inherits: one")
            .replacing("id: 2", with: "id: two")
        let alone = one.replacing("inherits: two", with: "inherits: one")

        #expect(
            Devices.problems(printers: ["one.yaml": one, "two.yaml": two]) == [
                "one.yaml: inherits: two inherits one itself: inherit a base",
                "two.yaml: inherits: one inherits two itself: inherit a base",
            ])
        #expect(
            Devices.problems(displays: ["one.yaml": alone]) == [
                "one.yaml: inherits: one inherits one itself: inherit a base"
            ])
    }

    @Test(arguments: [
        ("vendor: \"a\\nb\"", "vendor: has to be a text that is not empty"),
        ("vendor: \"\\e[2J\"", "vendor: has to be a text that is not empty"),
        ("vendor: \"\\u202Eevil\"", "vendor: has to be a text that is not empty"),
        ("vendor: \(String(repeating: "v", count: 101))", "vendor: has to be a text that is not empty"),
        ("vendor: {}", "vendor: has to be a text that is not empty"),
        ("id: ../../etc/passwd", "id: has to be small letters, digits and hyphens"),
        ("inherits: ../x", "inherits: has to be small letters, digits and hyphens"),
        ("match: 1", "match: has to be a section with keys of its own"),
    ])
    func `has its texts kept out of terminals and files`(yaml: String, problem: String) {
        for sentences in sentences(yaml) {
            #expect(sentences.contains { $0.hasPrefix("x.yaml: \(problem)") }, "\(sentences)")
        }
    }

    @Test func `of another encoding is told to be UTF-8`() throws {
        let folder = try TemporaryFolder()
        for (name, bytes) in [
            ("latin.yaml", Array("vendor: caf".utf8) + [0xE9]), ("wide.yaml", [0xFF, 0xFE, 0x69, 0, 0x64, 0]),
        ] { _ = try folder.file(name, bytes) }

        for load in [
            { _ = try PrinterProfiles.load(folder: folder.path) },
            { _ = try DisplayProfiles.load(folder: folder.path) },
        ] as [() throws -> Void] {
            let error = #expect(throws: ProfileError.self) { try load() }
            #expect(
                error?.problems.map(\.description) == [
                    "latin.yaml: the file is not UTF-8: save it as UTF-8",
                    "wide.yaml: the file is not UTF-8: save it as UTF-8",
                ])
        }
    }

    @Test func `that is a pipe, a folder or endless stops nobody`() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo("\(folder.path)/pipe.yaml", 0o600) == 0)
        try FileManager.default.createDirectory(atPath: "\(folder.path)/sub.yaml", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/zero.yaml", withDestinationPath: "/dev/zero")

        let error = #expect(throws: ProfileError.self) { try PrinterProfiles.load(folder: folder.path) }

        let sentences = error?.problems.map(\.description) ?? []
        #expect(sentences.contains { $0.hasPrefix("pipe.yaml: ") })
        #expect(sentences.contains { $0.hasPrefix("sub.yaml: the file cannot be read") })
        #expect(sentences.contains("zero.yaml: the file has more than 65536 bytes: shorten it"))
    }
}
