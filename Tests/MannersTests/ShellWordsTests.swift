// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Manners

@Suite struct `Words of a shell's line` {
    @Test(arguments: [
        ["till", "order", "show", "--socket", "/run/a.sock", ""],
        ["till", "--socket=/run/a.sock", "order", "show", ""],
        ["till", "--socket", "=", "/run/a.sock", "order", "show", ""],
        ["till", "order", "show", "--socket", "\"/run/a.sock\"", "01"],
        ["till", "order", "show", "--socket", "'/run/a.sock'", "01"],
    ])
    func `have an option's value, however it is written`(words: [String]) {
        let line = ShellWords(words)

        #expect(line.value(of: "--socket") == "/run/a.sock")
        #expect(line.value(of: "--address") == nil)
    }

    @Test func `are put together where bash takes them apart`() {
        let line = ShellWords(["till-sandbox", "pay", "--server", "http", ":", "//127.0.0.1", ":", "8471", "A"])
        let other = ShellWords(["till", "--address", "=", "127.0.0.1", ":", "8470", "order", "list"])

        #expect(line.value(of: "--server") == "http://127.0.0.1:8471")
        #expect(line.contains("A"))
        #expect(other.value(of: "--address") == "127.0.0.1:8470")
        #expect(other.contains("order"))
    }

    @Test func `have no value that is not written yet`() {
        let line = ShellWords(["till", "order", "show", "--socket"])

        #expect(line.value(of: "--socket") == nil)
    }

    @Test func `begin at home where they say so`() throws {
        let line = ShellWords(["till", "--socket", "~/tilld.sock"])

        let value = try #require(line.value(of: "--socket"))

        #expect(value.hasSuffix("/tilld.sock"))
        #expect(!value.contains("~"))
    }
}
