// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import ForeignJudges
import Raster
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite struct `Every format of a framebuffer` {
    private static let tree = DisplayTree(graphics: "/none", cards: "/none", devices: "/dev")

    /// A picture in which every pixel differs from its neighbours, and all colours occur.
    private static func picture(_ width: Int, _ height: Int, seed: UInt32) throws -> Surface {
        var surface = try Surface(width: width, height: height)
        var state = seed
        for y in 0..<height {
            for x in 0..<width {
                state = state &* 1_664_525 &+ 1_013_904_223
                surface.fill(PixelRect(x: x, y: y, width: 1, height: 1), with: Color(state >> 8))
            }
        }
        return surface
    }

    private static func display(
        _ panel: PlayedPanel, _ screen: PlayedFramebuffer, _ rotation: Rotation, _ access: FramebufferOptions.Access
    ) throws -> FramebufferDisplay {
        let kernel = PlayedKernel()
        kernel.plug(.framebuffer(screen), at: "/dev/fb0")
        let options = FramebufferOptions(rotation: rotation, monoBitOrder: panel.order, access: access)
        return try FramebufferDisplay(
            FramebufferSource(path: "/dev/fb0", choice: PanelChoice(options), tree: tree, calls: kernel))
    }

    @Test(arguments: PlayedPanel.all, Rotation.allCases)
    func `has the golden memory in every turn, with and without padding, mapped and written`(
        panel: PlayedPanel, rotation: Rotation
    ) async throws {
        // 37 columns fill no whole byte of one bit, no whole word of any format.
        let (width, height) = (37, 11)
        let turned = rotation.swapsSides
        let first = try Self.picture(turned ? height : width, turned ? width : height, seed: 1)
        var second = first
        second.fill(PixelRect(x: 3, y: 2, width: 5, height: 4), with: Color(0x4080C0))
        // Ends of lines, and one line alone, in every turn.
        var third = first
        for (x, y) in [(0, 5), (first.width - 2, 7), (4, 0), (6, first.height - 2)] {
            third.fill(PixelRect(x: x, y: y, width: 2, height: 2), with: Color(0xC08040))
        }

        for (padding, access) in [(0, FramebufferOptions.Access.mapped), (5, .mapped), (0, .written), (27, .written)] {
            let screen = PlayedFramebuffer(panel, width: width, height: height, padding: padding)
            let display = try Self.display(panel, screen, rotation, access)
            for picture in [first, second, third, first] {
                try await display.show(picture, label: "code")

                let golden = panel.memory(
                    of: picture, rotation: rotation, width: width, height: height, stride: screen.lineLength)
                #expect(screen.bytes == golden, "\(padding) bytes of padding, \(access)")
                // What is written has to be where DRM's framebuffers look for it; those never have fifteen bits.
                if access == .written, panel.bits != 15 {
                    #expect(screen.shown == golden, "\(padding) bytes of padding")
                }
            }
        }
    }

    @Test(arguments: PlayedPanel.all, Rotation.allCases)
    func `is read back as a payer sees it, in every turn`(panel: PlayedPanel, rotation: Rotation) async throws {
        let turned = rotation.swapsSides
        let picture = try Self.picture(turned ? 11 : 37, turned ? 37 : 11, seed: 7)
        let screen = PlayedFramebuffer(panel, width: 37, height: 11, padding: 5)
        let display = try Self.display(panel, screen, rotation, .mapped)
        try await display.show(picture, label: "code")

        let drawn = Luminance(picture)
        let seen = await display.appearance(of: picture)

        #expect(await display.readBack() == seen)
        #expect(await display.compare(picture.bounds, .all) == .asSent)
        // What is dark stays dark, and what is light stays light, however coarse the format is.
        #expect(
            zip(drawn.levels, seen.levels).allSatisfy { before, after in
                (before < 64 && after < 128) || (before > 191 && after >= 128) || (64...191).contains(before)
            })
        screen.state.withLock { state in
            for (offset, byte) in state.memory.bytes.prefix(4).enumerated() {
                state.memory.start?.storeBytes(of: ~byte, toByteOffset: offset, as: UInt8.self)
            }
        }
        #expect(await display.readBack() != seen)
    }

    /// Red and green above blue and white, as bytes by hand.
    private static let golden: [(String, [[UInt8]])] = [
        ("xrgb8888", [[0, 0, 255, 0, 0, 255, 0, 0], [255, 0, 0, 0, 255, 255, 255, 0]]),
        ("xbgr8888", [[255, 0, 0, 0, 0, 255, 0, 0], [0, 0, 255, 0, 255, 255, 255, 0]]),
        ("argb8888", [[0, 0, 255, 255, 0, 255, 0, 255], [255, 0, 0, 255, 255, 255, 255, 255]]),
        ("a2rgb101010", [[0, 0, 0xC0, 0xFF, 0, 0xF0, 0x0F, 0xC0], [0xFC, 3, 0, 0xC0, 0xFC, 0xF3, 0xCF, 0xFF]]),
        ("rgb888", [[0, 0, 255, 0, 255, 0], [255, 0, 0, 255, 255, 255]]),
        ("bgr888", [[255, 0, 0, 0, 255, 0], [0, 0, 255, 255, 255, 255]]),
        ("rgb565", [[0, 0xF8, 0xE0, 7], [0x1F, 0, 255, 255]]),
        ("bgr565", [[0x1F, 0, 0xE0, 7], [0, 0xF8, 255, 255]]),
        ("rgb555 of 16", [[0, 0x7C, 0xE0, 3], [0x1F, 0, 255, 0x7F]]),
        ("argb1555", [[0, 0xFC, 0xE0, 0x83], [0x1F, 0x80, 255, 255]]),
        ("rgb332", [[0xE0, 0x1C], [3, 255]]),
        ("pseudocolour", [[76, 149], [28, 255]]),
        ("grey 4", [[0x94], [0xF1]]),
        ("grey 4, left highest", [[0x49], [0x1F]]),
        ("mono01", [[0b01], [0b01]]), ("mono10", [[0b10], [0b10]]),
        ("mono01, left highest", [[0b1000_0000], [0b1000_0000]]),
        ("mono10, left highest", [[0b0100_0000], [0b0100_0000]]),
    ]

    @Test(arguments: golden)
    func `has bytes that were written down by hand`(name: String, bytes: [[UInt8]]) async throws {
        let panel = try #require(PlayedPanel.all.first { $0.testDescription == name })
        let screen = PlayedFramebuffer(panel, width: 2, height: 2)
        var surface = try Surface(width: 2, height: 2)
        for (index, color) in [0xFF0000, 0x00FF00, 0x0000FF].enumerated() {
            surface.fill(PixelRect(x: index % 2, y: index / 2, width: 1, height: 1), with: Color(UInt32(color)))
        }

        let display = try Self.display(panel, screen, .none, .mapped)
        try await display.show(surface)

        #expect(screen.bytes == bytes.flatMap { $0 })
    }

    @Test(
        arguments: PlayedPanel.all.filter { $0.visual == FB_VISUAL_DIRECTCOLOR || $0.visual == FB_VISUAL_PSEUDOCOLOR })
    func `with a colour map of its own gets even ramps from black to white`(panel: PlayedPanel) throws {
        let screen = PlayedFramebuffer(panel, width: 2, height: 2)

        _ = try Self.display(panel, screen, .none, .mapped)

        let colors = screen.state.withLock { $0.colors }
        let lengths = panel.bits == 8 ? [8, 8, 8] : [panel.red.length, panel.green.length, panel.blue.length]
        for (ramp, length) in zip(colors, lengths) {
            let last = 1 << length - 1
            #expect(ramp.count == 1 << (lengths.max() ?? 0))
            #expect((0...last).map { Int(ramp[$0]) } == (0...last).map { $0 * 65535 / last })
        }
    }

    @Test func `whose driver refuses colours is used, and it is noted`() throws {
        let panel = try #require(PlayedPanel.all.first { $0.visual == FB_VISUAL_PSEUDOCOLOR })
        let screen = PlayedFramebuffer(panel, width: 2, height: 2)
        screen.state.withLock { $0.refusesColors = true }

        let display = try Self.display(panel, screen, .none, .mapped)

        #expect(display.notes == ["the driver does not take a colour map: colours may be wrong"])
    }

    @Test func `of static colours that nobody tells is refused`() throws {
        let panel = PlayedPanel(testDescription: "", visual: FB_VISUAL_STATIC_PSEUDOCOLOR, bits: 8)

        #expect(throws: DeviceError.mismatch("/dev/fb0 does not tell its colours: set display.format")) {
            try Self.display(panel, PlayedFramebuffer(panel, width: 2, height: 2), .none, .mapped)
        }
    }

    @Test func `of eight bits can have colours if somebody asks for them`() async throws {
        let panel = try #require(PlayedPanel.all.first { $0.visual == FB_VISUAL_PSEUDOCOLOR })
        let screen = PlayedFramebuffer(panel, width: 2, height: 1)
        let kernel = PlayedKernel()
        kernel.plug(.framebuffer(screen), at: "/dev/fb0")

        let display = try FramebufferDisplay(
            FramebufferSource(
                path: "/dev/fb0", choice: PanelChoice(FramebufferOptions(format: .rgb332)), tree: Self.tree,
                calls: kernel))
        try await display.show(Surface(width: 2, height: 1, color: Color(0xFF0055)))

        let colors = screen.state.withLock { $0.colors }
        #expect(screen.bytes == [0xE1, 0xE1])
        #expect(colors.map { $0[0xE1] } == [65535, 0, 21845])
    }

    @Test func `lights only what is meant to be lit where whatever is not black glows`() async throws {
        let panel = try #require(PlayedPanel.all.first { $0.testDescription == "rgb565" })
        let layout = try PixelLayout(width: 3, height: 1, format: .rgb565, hasTwoLevels: true)
        var surface = try Surface(width: 3, height: 1, color: Color(0x7F7F7F))
        surface.fill(PixelRect(x: 1, y: 0, width: 1, height: 1), with: Color(0x808080))
        surface.fill(PixelRect(x: 2, y: 0, width: 1, height: 1), with: Color(0x0000FF))

        var line = [UInt8](repeating: 0, count: layout.lineBytes)
        layout.makeLine(0, of: surface, into: &line)

        #expect(panel.bits == 16)
        #expect(line == [0, 0, 255, 255, 0, 0])
    }
}
