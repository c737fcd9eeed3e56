// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import DeviceProfiles

@Suite struct `The tables of devices` {
    @Test func `say what the files say`() throws {
        let page = try Devices.text("README.md")
        let printers = try Devices.allPrinters()
        let displays = try Devices.allDisplays()

        let right = DeviceTables.page(page, printers: printers, displays: displays)

        if right != page {
            let file = FileManager.default.temporaryDirectory.appending(path: "tilld-devices-README.md")
            try right.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("Devices/README.md differs from the files: put \(file.path) in its place")
        }
    }

    @Test func `have a row for every model, and marks around them`() throws {
        let page = try Devices.text("README.md")
        let printers = try Devices.allPrinters().all.filter { $0.inherits != nil }
        let displays = try Devices.allDisplays().all

        let missing = (printers.map(\.id) + displays.map(\.id)).filter { !page.contains("\n| `\($0)` | ") }
        let unmarked = ["printers", "displays"].filter {
            !page.contains("<!-- \($0) -->\n") || !page.contains("\n<!-- end of \($0) -->")
        }

        #expect(missing == [])
        #expect(unmarked == [])
    }

    @Test func `explain every key`() throws {
        let page = try Devices.text("README.md")
        let explained = Set(page.matches(of: /`([a-z_]+(?:\.[a-z0-9_]+)?)`/).map { String($0.1) })

        for key in ProfileSchema.printer.keys + ProfileSchema.display.keys {
            #expect(explained.contains(key.path), "\(key.path) is not explained")
        }
    }

    @Test func `explain no key that there is not`() throws {
        let page = try Devices.text("README.md")
        let paths = Set((ProfileSchema.printer.keys + ProfileSchema.display.keys).map(\.path))

        let sections = ProfileSchema.printer.sections.union(ProfileSchema.display.sections)
        let named = page.matches(of: /`([a-z]+)\.([a-z0-9_]+)`/).filter { sections.contains(String($0.1)) }

        #expect(named.count > 40)
        for match in named {
            #expect(paths.contains("\(match.1).\(match.2)"), "\(match.0) is explained, and is no key")
        }
    }
}
