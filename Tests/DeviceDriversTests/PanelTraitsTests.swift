// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import DeviceProfiles
import ForeignJudges
import Foundation
import Raster
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite struct `What is known of a panel` {
    /// Two panels: one that its driver names, and one that a person has to name.
    private static let profiles = Result {
        try DisplayProfiles(texts: [
            "small.yaml": """
            id: small
            vendor: Any
            model: small
            support: expected
            source: none
            match: { fb: [fb_ssd1306], driver: [fb_ssd1306] }
            panel: { kind: oled, size: [128, 64], mm: [21.7, 10.9], rotate: 180 }
            pixels: { format: bgr565, mono_bit_order: highest_left, two_levels: true, antialias: false }
            memory: { access: write, deferred_ms: 20 }
            refresh: { min_interval_ms: 50, full_ms: 0, full_every: 0 }
            light: { dims: true, floor_percent: 10, code_percent: 80 }
            """,
            "paper.yaml": """
            id: paper
            vendor: Any
            model: paper
            support: expected
            source: none
            match: { connector: [SPI] }
            panel: { kind: epaper, rotate: 0 }
            pixels: { format: auto, mono_bit_order: lowest_left, two_levels: true, antialias: false }
            memory: { access: write, deferred_ms: 50 }
            refresh: { min_interval_ms: 1500, full_ms: 3000, full_every: 7 }
            light: { dims: false, floor_percent: 0, code_percent: 100 }
            """,
        ])
    }

    private static func small() -> PlayedFramebuffer {
        PlayedFramebuffer(PlayedPanel.all[7], width: 128, height: 64)
    }

    @Test func `is read from where the kernel shows it`() throws {
        let machine = try PlayedMachine()
        try machine.plug(Self.small(), name: "fb_ssd1306", driver: "fb_ssd1306")
        try machine.tell("graphics/fb0/device/of_node/compatible", "solomon,ssd1306fb-i2c\0solomon,ssd1306\0")
        try machine.tell("graphics/fb0/device/drm/card0/card0-SPI-1/status", "connected\n")
        try machine.tell("graphics/fb0/device/drm/card0/card0-SPI-2/status", "disconnected\n")

        let facts = machine.locator.candidates.map(machine.locator.facts(of:))

        // The virtual size is twice as high.
        #expect(
            facts == [
                DisplayFacts(
                    framebuffer: "fb_ssd1306", driver: "fb_ssd1306",
                    compatible: ["solomon,ssd1306fb-i2c", "solomon,ssd1306"], connector: "SPI-1", width: 128,
                    height: 64)
            ])
    }

    @Test func `is not that of the bus that it is on`() throws {
        let machine = try PlayedMachine()
        try machine.plug(Self.small(), name: "virtio_gpudrmfb", driver: "virtio-pci")

        let facts = machine.locator.candidates.map(machine.locator.facts(of:))

        #expect(facts == [DisplayFacts(framebuffer: "virtio_gpudrmfb", width: 128, height: 64)])
    }

    @Test func `comes from its profile, which is found by its driver`() async throws {
        let machine = try PlayedMachine()
        let screen = Self.small()
        try machine.plug(screen, name: "fb_ssd1306", driver: "fb_ssd1306")
        let options = DisplayOptions(profiles: try Self.profiles.get())
        var surface = try Surface(width: 128, height: 64, color: Color(0x606060))
        surface.fill(PixelRect(x: 0, y: 0, width: 2, height: 1), with: Color(0xD00000 | 0x9090))

        let display = try #require(try machine.locator.open(.automatic, options: options) as? FramebufferDisplay)
        try await display.show(surface, label: "code")

        #expect(display.notes == ["it is treated as profile small says", "the format of the settings is used"])
        #expect(
            display.geometry
                == DisplayGeometry(
                    width: 128, height: 64, isMono: true, widthMM: 22, heightMM: 11,
                    rhythm: DisplayRhythm(leastInterval: .milliseconds(50))))
        #expect(machine.kernel.state.withLock { $0.mapped } == 0)
        // Upside down, and greys are out.
        #expect(screen.bytes.suffix(6) == [0, 0, 255, 255, 255, 255])
        #expect(screen.bytes.prefix(4) == [0, 0, 0, 0])
    }

    @Test func `a person knows better`() async throws {
        let machine = try PlayedMachine()
        try machine.plug(Self.small(), name: "fb_ssd1306", driver: "fb_ssd1306")
        let own = try FramebufferOptions(words: [
            "rotate": "90", "format": "rgb565", "access": "mmap", "kind": "lcd", "min_interval_ms": "250",
        ])
        let options = DisplayOptions(framebuffer: own, profiles: try Self.profiles.get())

        let display = try #require(try machine.locator.open(.automatic, options: options))
        try await display.show(Surface(width: 64, height: 128), label: "idle")

        #expect(display.geometry.width == 64)
        #expect(display.geometry.widthMM == 11)
        #expect(display.geometry.rhythm == DisplayRhythm(leastInterval: .milliseconds(250)))
        #expect(machine.kernel.state.withLock { $0.mapped } == 128 * 64 * 2)
    }

    @Test func `a profile that a person has named is taken whatever the driver says`() throws {
        let machine = try PlayedMachine()
        try machine.plug(PlayedFramebuffer(PlayedPanel.all[0], width: 296, height: 128), name: "vendorfb")
        let options = DisplayOptions(profile: try Self.profiles.get()[id: "paper"])

        let display = try #require(try machine.locator.open(.automatic, options: options))

        #expect(display.geometry.isMono)
        #expect(
            display.geometry.rhythm
                == DisplayRhythm(leastInterval: .milliseconds(1500), allowsCountdown: false, patience: .seconds(14)))
    }

    @Test func `a card's socket has its profile`() throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 8)
        card.state.withLock { $0.sockets[51]?.type = 19 }
        try machine.plug(card, socket: "SPI-1")

        let display = try #require(
            try machine.locator.open(.automatic, options: DisplayOptions(profiles: Self.profiles.get()))
                as? FramebufferDisplay)

        #expect(display.notes == ["it is treated as profile paper says"])
        #expect(!display.geometry.rhythm.allowsCountdown)
    }

    @Test func `no profile fits an unknown one, and its driver is believed`() throws {
        let machine = try PlayedMachine()
        let screen = PlayedFramebuffer(PlayedPanel.all[1], width: 800, height: 480)
        screen.state.withLock { $0.variable.width = 154 }
        try machine.plug(screen, name: "simple")

        let display = try machine.locator.open(.automatic, options: DisplayOptions(profiles: Self.profiles.get()))

        #expect(display?.geometry == DisplayGeometry(width: 800, height: 480, widthMM: 154))
    }

    @Test(arguments: [
        ["rotate": "45"], ["format": "yuv"], ["mono_bit_order": "left"], ["access": "dma"], ["antialias": "yes"],
        ["kind": "crt"], ["min_interval_ms": "-1"], ["min_interval_ms": "600001"], ["rotate": "90x"],
    ])
    func `a word that means nothing is told with its key`(words: [String: String]) throws {
        let key = try #require(words.keys.first)

        let error = #expect(throws: DeviceError.self) { try FramebufferOptions(words: words) }

        #expect(error?.description.hasPrefix("\(key): \"\(words[key] ?? "")\" means nothing: use ") == true)
    }

    @Test func `every key has its word`() throws {
        let words = [
            "rotate": "270", "format": "gray8", "mono_bit_order": "highest_left", "access": "write",
            "antialias": "false", "kind": "epaper", "min_interval_ms": "600000",
        ]

        let options = try FramebufferOptions(words: words)

        #expect(Set(words.keys) == Set(FramebufferOptions.keys))
        #expect(
            options
                == FramebufferOptions(
                    rotation: .threeQuarters, format: .grey8, monoBitOrder: .leftHighest, access: .written,
                    antialias: false, kind: .epaper, leastInterval: .seconds(600)))
    }

    @Test(arguments: PixelFormat.names)
    func `every format that settings name is one`(name: String) {
        #expect(PixelFormat(name: name) != nil)
    }
}
