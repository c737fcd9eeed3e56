// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import Scenes

@Suite struct `Codes on panels of every size` {
    /// A panel, and pixels a module of codes of version 3, 4, 5 and 6; 0 where a code is refused.
    struct Row: Sendable, CustomTestStringConvertible {
        let panel: DisplayGeometry
        let modules: [Int]
        var testDescription: String { "\(panel.width)x\(panel.height)" }

        init(_ width: Int, _ height: Int, mono: Bool = false, _ modules: [Int]) {
            panel = DisplayGeometry(width: width, height: height, isMono: mono)
            self.modules = modules
        }
    }

    /// What a phone was measured to read, panel by panel; square ones keep a line for the amount.
    static let rows = [
        Row(128, 64, mono: true, [2, 0, 0, 0]), Row(64, 128, mono: true, [2, 0, 0, 0]),
        Row(128, 160, [3, 3, 3, 2]), Row(160, 128, [3, 3, 3, 2]),
        Row(200, 200, mono: true, [5, 4, 4, 3]), Row(296, 128, mono: true, [3, 3, 3, 2]),
        Row(128, 296, mono: true, [3, 3, 3, 2]), Row(240, 240, [6, 5, 4, 4]),
        Row(320, 240, [6, 5, 5, 4]), Row(240, 320, [6, 5, 5, 4]), Row(480, 320, [8, 7, 7, 6]),
        Row(320, 480, [8, 7, 7, 6]), Row(800, 480, [12, 11, 10, 9]), Row(480, 800, [12, 11, 10, 9]),
    ]

    /// Lower-case texts of codes with 29, 33, 37 and 41 modules.
    static let payloads = [45, 70, 100, 130].map { count in
        "https://pay.example/" + String("abcdefghijklmnopqrstuvwxyz".repeated(8).prefix(count - 20))
    }

    static let sizes = [
        (128, 64, true), (64, 128, true), (128, 128, false), (128, 160, false), (160, 128, false), (200, 200, true),
        (264, 176, true), (176, 264, true), (296, 128, true), (240, 240, false), (240, 320, false), (320, 240, false),
        (480, 320, false), (480, 480, false), (640, 480, false), (720, 720, false), (800, 480, false),
        (1024, 600, false), (600, 1024, false), (1280, 800, false), (1920, 1080, false), (1080, 1920, false),
    ]

    @Test(arguments: rows)
    func `have modules of the size that was measured, or are refused`(row: Row) throws {
        let renderer = SceneRenderer(fonts: Samples.fonts)

        for (payload, wanted) in zip(Self.payloads, row.modules) {
            let screen = Samples.code(.english, payload: payload)
            guard wanted > 0 else {
                #expect(throws: SceneError.self) { try renderer.draw(.code(screen), geometry: row.panel) }
                continue
            }
            let placement = try renderer.placement(of: screen, geometry: row.panel)
            #expect(placement.modulePixels == wanted, "\(payload.count) bytes")
            #expect(placement.quietModules >= (wanted == 2 && min(row.panel.width, row.panel.height) == 64 ? 1.5 : 2))
        }
    }

    @Test(arguments: sizes)
    func `are read by ZBar wherever they are drawn`(width: Int, height: Int, isMono: Bool) throws {
        let folder = try TemporaryFolder()
        let panel = DisplayGeometry(width: width, height: height, isMono: isMono)
        var drawn = 0

        for (index, payload) in Self.payloads.enumerated() {
            for theme in isMono ? [SceneTheme.dark] : [.dark, .light] {
                let renderer = SceneRenderer(fonts: Samples.fonts, theme: theme)
                for screen in [Screen.code(Samples.code(.english, payload: payload))] {
                    do {
                        let picture = try renderer.draw(screen.whenOffline, geometry: panel)
                        let file = try folder.file("\(index).png", try PNG.encode(picture))
                        #expect(try ForeignTool.codes(in: file) == [payload])
                        drawn += 1
                    } catch let error as SceneError {
                        guard case .codeDoesNotFit = error else { throw error }
                    }
                }
            }
        }

        #expect(drawn > 0)
    }

    @Test(arguments: Rotation.allCases)
    func `are the same however the panel is mounted`(rotation: Rotation) throws {
        let renderer = SceneRenderer(fonts: Samples.fonts)

        let picture = try ScenePreview(width: 480, height: 800, rotation: rotation)
            .picture(of: .code, by: renderer)

        let isLandscape = rotation == .quarter || rotation == .threeQuarters
        #expect(picture.width == (isLandscape ? 800 : 480))
        #expect(picture.height == (isLandscape ? 480 : 800))
    }
}

extension String {
    /// The text so many times.
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
