// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `The pages to start with` {
    private static let pages = ["FirstSale", "FirstSale-zh-Hans"]

    @Test(arguments: pages.map { ($0, "start.till") } + [("Integrating", "integrator.till")])
    func `show one session, which is played as it stands`(name: String, transcript: String) {
        let page = Manual.page("\(Manual.catalog)/Start/\(name).md")

        let session = page.blocks.filter { $0.language == "console" }.map(\.text).joined()

        #expect(!session.isEmpty)
        #expect(session == Manual.transcripts[transcript])
    }

    @Test func `are linked from the README and from the front page, each from the other`() {
        let readme = Manual.text("README.md")
        let front = Manual.text("\(Manual.catalog)/TillManual.md")

        for name in Self.pages {
            #expect(readme.contains("\(Manual.catalog)/Start/\(name).md"), "\(name)")
            #expect(front.contains("<doc:\(name)>"), "\(name)")
        }
        #expect(Manual.text("\(Manual.catalog)/Start/FirstSale.md").contains("(<doc:FirstSale-zh-Hans>)"))
        #expect(Manual.text("\(Manual.catalog)/Start/FirstSale-zh-Hans.md").contains("(<doc:FirstSale>)"))
    }

    @Test func `are each in their own language`() {
        let chinese = Manual.page("\(Manual.catalog)/Start/FirstSale-zh-Hans.md").prose
        let english = Manual.page("\(Manual.catalog)/Start/FirstSale.md").prose

        let letters = { (text: String) in text.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }.count }

        #expect(letters(chinese) > 500)
        // The name of the other page's language.
        #expect(letters(english) == 4)
    }
}
