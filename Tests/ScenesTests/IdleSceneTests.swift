// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import Scenes

@Suite struct `Screens between sales` {
    private static let panels =
        Samples.panels + [
            DisplayGeometry(width: 240, height: 240), DisplayGeometry(width: 128, height: 160),
            DisplayGeometry(width: 128, height: 64, isMono: true),
        ]

    /// A PNG of a disc, red if nothing else is said, as another program writes it.
    private static func disc(_ ground: String, body: String = "200,20,30,255") throws -> [UInt8] {
        let script = """
            import sys, zlib, struct
            ground, body = (tuple(int(x) for x in a.split(',')) for a in sys.argv[1:3])
            n = 90
            def dot(x, y): return body if (x - n/2)**2 + (y - n/2)**2 < 1200 else ground
            rows = b''.join(b'\\0' + b''.join(bytes(dot(x, y)) for x in range(n)) for y in range(n))
            def chunk(t, c): return struct.pack('>I', len(c)) + t + c + struct.pack('>I', zlib.crc32(t + c))
            sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', n, n, 8, 6, 0, 0, 0))
                + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
            """
        return Array(try ForeignTool.run("python3", ["-c", script, ground, body]))
    }

    private static let red: UInt32 = 0xC8141E

    @Test(arguments: panels)
    func `have the logo in its colours, or in black and white`(panel: DisplayGeometry) throws {
        let logo = try SceneLogo(file: try Self.disc("0,0,0,0"))
        let screen = Screen.idle(IdleScreen(merchant: "Corner Tea"))
        let plain = SceneRenderer(fonts: Samples.fonts, theme: .light)

        let with = try SceneRenderer(fonts: Samples.fonts, theme: .light, logo: logo).draw(screen, geometry: panel)
        let without = try plain.draw(screen, geometry: panel)

        #expect(with != without)
        #expect(with.pixels.contains(Self.red) == !panel.isMono)
        if panel.isMono { #expect(Set(with.pixels) == [0, 0xFF_FFFF]) }
        let edges = (0..<panel.width).flatMap { [with[$0, 0], with[$0, panel.height - 1]] }
        #expect(Set(edges).count == 1, "something touches the edge")
    }

    @Test func `lay something behind a logo that would not be seen`() throws {
        let panel = DisplayGeometry(width: 800, height: 480)
        let screen = Screen.idle(IdleScreen(merchant: "Corner Tea"))
        // Black letters on nothing, as many logos are, on a dark ground.
        let black = try SceneLogo(file: Array("P1 4 4 1111 1111 1111 1110".utf8))
        let opaque = try SceneLogo(file: try Self.disc("255,240,0,255"))

        let dark = try SceneRenderer(fonts: Samples.fonts, theme: .dark, logo: black).draw(screen, geometry: panel)
        let yellow = try SceneRenderer(fonts: Samples.fonts, theme: .dark, logo: opaque).draw(screen, geometry: panel)

        #expect(dark.pixels.contains(0))
        // More than the corners around the disc: its ground reaches beyond it.
        #expect(yellow.pixels.count { $0 == 0xFFF000 } > 3000)
        #expect(yellow.pixels.contains(Self.red))
    }

    @Test func `have white letters on nothing as black ones where there are no colours`() throws {
        let panel = DisplayGeometry(width: 128, height: 64, isMono: true)
        let screen = Screen.idle(IdleScreen(merchant: ""))
        let white = try SceneLogo(file: try Self.disc("255,255,255,0", body: "255,255,255,255"))
        let red = try SceneLogo(file: try Self.disc("255,255,255,0"))

        let dark = try SceneRenderer(fonts: Samples.fonts, logo: red).draw(screen, geometry: panel)
        let light = try SceneRenderer(fonts: Samples.fonts, logo: white).draw(screen, geometry: panel)

        // A disc of 18 rows in black.
        #expect(light.pixels.count { $0 == 0 } > 200)
        #expect(dark.pixels.count { $0 == 0 } > 100)
    }

    @Test func `refuse files that are no logo`() throws {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

        #expect(throws: PictureError.unknownKind) { try SceneLogo(file: Array("GIF89a".utf8)) }
        #expect(throws: PictureError.blank) { try SceneLogo(file: Array("P1 2 2 0000".utf8)) }
        #expect(throws: PictureError.impossibleSize(width: 99_999, height: 99_999)) {
            try SceneLogo(file: Array("P4 99999 99999\n".utf8))
        }
        #expect(throws: PictureError.damaged("its header is missing")) { try SceneLogo(file: signature) }
        #expect(throws: PictureError.fileTooLarge(bytes: 5 << 20)) {
            try SceneLogo(file: [UInt8](repeating: 0x89, count: 5 << 20))
        }
    }

    @Test func `greet in words of the shop's own`() throws {
        let renderer = SceneRenderer(fonts: Samples.fonts)
        let panel = DisplayGeometry(width: 320, height: 240)

        let usual = try renderer.draw(.idle(IdleScreen(merchant: "Tea")), geometry: panel)
        let own = try renderer.draw(.idle(IdleScreen(merchant: "Tea", greeting: "Open till eight")), geometry: panel)

        #expect(usual != own)
    }
}
