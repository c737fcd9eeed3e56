// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import Scenes

/// Every state on four panels in two languages: `TILLD_SCENE_PICTURES` names a folder that keeps them.
@Suite struct `A gallery of screens` {
    /// A panel, and what is around it.
    struct Wall: Sendable, CustomTestStringConvertible {
        let name: String
        let preview: ScenePreview
        let theme: SceneTheme
        var testDescription: String { name }
    }

    static let walls = [
        Wall(name: "800x480", preview: ScenePreview(width: 800, height: 480), theme: .dark),
        Wall(name: "480x800", preview: ScenePreview(width: 800, height: 480, rotation: .quarter), theme: .light),
        Wall(name: "240x240", preview: ScenePreview(width: 240, height: 240), theme: .dark),
        Wall(name: "128x64", preview: ScenePreview(width: 128, height: 64, isMono: true), theme: .dark),
    ]

    @Test(arguments: walls, ScreenWords.standard)
    func `has every state, and each looks like no other`(wall: Wall, words: ScreenWords) throws {
        let renderer = SceneRenderer(fonts: Samples.fonts, words: words, theme: wall.theme)
        let folder = ProcessInfo.processInfo.environment["TILLD_SCENE_PICTURES"].map { URL(filePath: $0) }
        var preview = wall.preview
        preview.merchant = Samples.merchant(words)
        var pictures: Set<Surface> = []

        for isOffline in [false, true] {
            preview.isOffline = isOffline
            for state in ScenePreview.State.allCases where !isOffline || state == .idle || state == .code {
                let picture = try preview.picture(of: state, by: renderer)
                pictures.insert(picture)
                guard let folder else { continue }
                let name = "\(state.rawValue)\(isOffline ? "-offline" : "")-\(wall.name)-\(words.language).png"
                try Data(try PNG.encode(picture)).write(to: folder.appending(path: name))
            }
        }

        // On the smallest panel there is no room for the strip beside a code.
        #expect(pictures.count >= ScenePreview.State.allCases.count + (wall.name == "128x64" ? 0 : 1))
    }

    @Test(arguments: walls)
    func `tells one payment from another in every state that says how it ended`(wall: Wall) throws {
        let renderer = SceneRenderer(fonts: Samples.fonts, theme: wall.theme)
        var other = wall.preview
        other.order = "9K2M"

        #expect(
            try wall.preview.picture(of: .paid, by: renderer) != other.picture(of: .paid, by: renderer))
        guard wall.name != "128x64" else { return }
        for state in [ScenePreview.State.waiting, .checking, .cancelled, .expired, .refused, .paidLate, .held] {
            #expect(
                try wall.preview.picture(of: state, by: renderer) != other.picture(of: state, by: renderer),
                "\(state)")
        }
    }

    @Test func `has a shape, a colour or a word of its own for each state`() {
        let renderer = SceneRenderer(fonts: Samples.fonts)
        let looks = Samples.screens(.english).filter { !["idle", "code"].contains($0.label) }.map {
            renderer.status($0, colors: .dark)
        }

        #expect(Set(looks.map(\.symbol)).count == looks.count)
        #expect(Set(looks.map(\.headline)).count == looks.count)
    }
}
