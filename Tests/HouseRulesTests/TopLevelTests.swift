// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `The top of the house` {
    @Test func `has the rooms that were agreed, and no others`() throws {
        let agreed: Set = [
            "CHANGELOG.md", "Devices", "LICENSE", "Package.swift", "README.md", "Scripts", "Sources", "Tests",
        ]

        let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)

        // What the package manager writes stays out of the history.
        let here = Set(names.filter { !$0.hasPrefix(".") && $0 != "Package.resolved" })
        #expect(here == agreed)
    }
}
