// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import Scenes

@Suite struct `A column of text` {
    private func column(_ width: Int, _ height: Int) -> TextColumn {
        TextColumn(
            type: Samples.fonts, crisp: false, rect: PixelRect(x: 0, y: 0, width: width, height: height))
    }

    private func line(_ text: String, _ preferred: Int, isRequired: Bool = true) -> TextLine {
        TextLine(text: text, preferred: preferred, least: 8, color: .black, isRequired: isRequired)
    }

    @Test func `has three rows at most, and smaller letters before more of them`() throws {
        let text = "one two three four five six seven eight nine ten eleven twelve"

        let height = try column(200, 1000).height(of: [line(text, 40)])

        #expect(height <= 3 * TextStyle(size: 40).lineHeight)
        #expect(height < 3 * TextStyle(size: 30).lineHeight)
    }

    @Test func `has one size for lines of one kind`() throws {
        var surface = try Surface(width: 300, height: 200)
        let long = "Paying by code is not possible"

        try column(300, 200).draw([line(long, 26), line("x", 26)], on: &surface)
        let alone = try column(300, 200).height(of: [line("x", 26)])
        let both = try column(300, 200).height(of: [line(long, 26), line("x", 26)])

        #expect(alone == TextStyle(size: 26).lineHeight)
        #expect(both < 2 * alone)
        #expect(both.isMultiple(of: 2))
    }

    @Test func `loses what may go before what must stay`() throws {
        let all = [line("must", 30), line("may", 30, isRequired: false)]
        let narrow = column(100, 12)

        #expect(try narrow.height(of: all) == narrow.height(of: [all[0]]))
        #expect(throws: SceneError.textDoesNotFit(text: "must", width: 100, height: 5)) {
            try column(100, 5).height(of: [all[0]])
        }
    }
}
