// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import ForeignJudges
import Foundation
import Glibc
import Raster
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite struct `A card without a framebuffer` {
    private static func open(
        _ machine: PlayedMachine, _ text: String = "drm:card0", _ options: FramebufferOptions = .init()
    )
        throws -> FramebufferDisplay
    {
        let display = try machine.locator.open(DisplaySetting(text), options: DisplayOptions(framebuffer: options))
        return try #require(display as? FramebufferDisplay)
    }

    @Test func `is asked by the kernel's numbers`() {
        #expect(tilld_drm_get_connector == 0xC050_64A7)
        #expect(tilld_drm_set_crtc == 0xC068_64A2)
        #expect(tilld_drm_mark_dirty == 0xC018_64B1)
        #expect(tilld_drm_set_master == 0x641E)
        #expect(tilld_drm_drop_master == 0x641F)
    }

    @Test func `shows its first picture whole, in the mode that the screen asks for`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 1024, height: 600)
        card.state.withLock {
            $0.sockets[51]?.modes = [PlayedCard.mode(1920, 1080), PlayedCard.mode(163, 121, isPreferred: true)]
        }
        try machine.plug(card)
        let display = try Self.open(machine)
        var surface = try Surface(width: 163, height: 121, color: Color(0x102030))
        try surface.draw(QRMatrix(text: "card"), in: surface.bounds)

        let before = card.shown == nil
        try await display.show(surface, label: "code")

        let shown = try #require(card.shown)
        let layout = try PixelLayout(width: 163, height: 121, format: .xrgb8888, stride: shown.pitch)
        let file = try machine.folder.file("card.ppm", PaneReader(bytes: shown.bytes, layout: layout).ppm)
        #expect(before)
        #expect(shown.pitch == 704)
        #expect(try ForeignTool.codes(in: file) == ["card"])
        #expect(card.state.withLock { $0.lit?.crtc } == 32)
        #expect(card.state.withLock { $0.lit?.socket } == 51)
        #expect(display.geometry == DisplayGeometry(width: 163, height: 121))
    }

    @Test(arguments: Rotation.allCases)
    func `tells the driver which part has changed`(rotation: Rotation) async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 80, height: 60)
        try machine.plug(card)
        let display = try Self.open(machine, "drm:card0", FramebufferOptions(rotation: rotation))
        var surface = try Surface(width: display.geometry.width, height: display.geometry.height)
        try await display.show(surface, label: "code")

        surface.fill(PixelRect(x: 10, y: 20, width: 5, height: 7), with: .black)
        try await display.show(surface, label: "code")
        try await display.show(surface, label: "code")

        let part: [UInt16] =
            switch rotation {
            case .none: [10, 20, 15, 27]
            case .quarter: [80 - 27, 10, 80 - 20, 15]
            case .half: [65, 33, 70, 40]
            case .threeQuarters: [20, 45, 27, 50]
            }
        #expect(card.state.withLock { $0.clips } == [[0, 0, 80, 60], part])
        #expect(card.state.withLock { $0.lightings } == 1)
    }

    @Test func `whose driver needs no telling is not told again`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 8)
        try machine.plug(card)
        card.state.withLock { $0.refusals[0xC018_64B1] = -ENOSYS }
        let display = try Self.open(machine)

        try await display.show(Surface(width: 8, height: 8), label: "idle")
        card.state.withLock { $0.refusals = [:] }
        try await display.show(Surface(width: 8, height: 8), label: "code")

        #expect(card.state.withLock { $0.clips } == [])
    }

    @Test(arguments: [(16, []), (24, [TILLD_DRM_XRGB8888])] as [(UInt64, [Int32])])
    func `has sixteen bits where it prefers them or knows nothing else`(depth: UInt64, unknown: [Int32]) async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 2)
        card.state.withLock {
            $0.depth = depth
            $0.unknownFormats = Set(unknown.map { UInt32($0) })
        }
        try machine.plug(card)

        let display = try Self.open(machine)
        try await display.show(Surface(width: 8, height: 2, color: Color(0xFF0000)), label: "idle")

        let shown = try #require(card.shown)
        #expect(shown.bytes.prefix(4) == [0, 0xF8, 0, 0xF8])
        #expect(card.state.withLock { $0.buffers.count } == 1)
    }

    @Test func `has thirty-two bits where it prefers sixteen and does not take them`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 2)
        card.state.withLock {
            $0.depth = 16
            $0.unknownFormats = [UInt32(TILLD_DRM_RGB565)]
        }
        try machine.plug(card)

        let display = try Self.open(machine)
        try await display.show(Surface(width: 8, height: 2, color: Color(0xFF0000)), label: "idle")

        #expect(card.shown?.bytes.prefix(4) == [0, 0, 255, 0])
    }

    @Test func `is chosen by its socket`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 80, height: 60)
        card.state.withLock {
            $0.sockets[52] = PlayedCard.Socket(number: 2, modes: [PlayedCard.mode(40, 30)], millimetres: (154, 86))
            $0.sockets[53] = PlayedCard.Socket(type: 14, connection: 2)
        }
        try machine.plug(card)

        let display = try Self.open(machine, "drm:0:hdmi-a-2")
        try await display.show(Surface(width: 40, height: 30), label: "idle")

        #expect(display.geometry.widthMM == 154)
        #expect(card.state.withLock { $0.lit?.socket } == 52)
        #expect(throws: DeviceError.absent("the socket DP-1 of /dev/dri/card0")) {
            try Self.open(machine, "drm:0:DP-1")
        }
        #expect(throws: DeviceError.absent("a screen at eDP-1 of /dev/dri/card0")) {
            try Self.open(machine, "drm:0:eDP-1")
        }
    }

    @Test func `whose screen cannot tell that it is there is used if no other is`() throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 80, height: 60)
        card.state.withLock { $0.sockets[51]?.connection = 3 }
        try machine.plug(card)

        #expect(try Self.open(machine).geometry.width == 80)

        card.state.withLock { $0.sockets[52] = PlayedCard.Socket(number: 2, modes: [PlayedCard.mode(40, 30)]) }
        #expect(try Self.open(machine).geometry.width == 40)
    }

    @Test func `that another program has is told, and taken when it is free`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 8)
        card.state.withLock { $0.othersAreMaster = true }
        try machine.plug(card)

        #expect(throws: DeviceError.busy("/dev/dri/card0")) { try Self.open(machine) }
        let descriptors = machine.kernel.openCount
        card.state.withLock {
            $0.othersAreMaster = false
            $0.isMaster = false
        }
        let display = try Self.open(machine)
        card.state.withLock { $0.isMaster = false }
        try await display.show(Surface(width: 8, height: 8), label: "idle")

        #expect(descriptors == 0)
        #expect(card.shown != nil)
    }

    @Test func `is left to the console and taken back, and then drawn whole`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 8)
        try machine.plug(card)
        let display = try Self.open(machine)
        let surface = try Surface(width: 8, height: 8)
        try await display.show(surface, label: "idle")

        await display.giveWay()
        let wasMaster = card.state.withLock { $0.isMaster }
        await #expect(throws: DeviceError.busy("the console of /dev/dri/card0")) {
            try await display.show(surface, label: "idle")
        }
        card.state.withLock { $0.othersAreMaster = true }
        await #expect(throws: DeviceError.busy("/dev/dri/card0")) { try await display.takeBack() }
        card.state.withLock { $0.othersAreMaster = false }
        try await display.takeBack()
        try await display.show(surface, label: "idle")

        #expect(!wasMaster)
        #expect(card.state.withLock { $0.isMaster })
        #expect(card.state.withLock { $0.lightings } == 2)
        #expect(await display.bytesSent == 2 * 8 * 8 * 4)
    }

    @Test func `keeps its mode while a screen is away, and follows another one`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 8)
        try machine.plug(card)
        let display = try Self.open(machine)
        try await display.show(Surface(width: 8, height: 8), label: "idle")

        let atFirst = await display.poll()
        try machine.tell("drm/card0-HDMI-A-1/status", "disconnected\n")
        card.state.withLock { $0.sockets[51]?.connection = 2 }
        let away = await display.poll()
        await #expect(throws: DeviceError.absent("a screen at any socket of /dev/dri/card0")) {
            try await display.reopen()
        }
        let kept = card.shown != nil
        try machine.tell("drm/card0-HDMI-A-1/status", "connected\n")
        try machine.tell("drm/card0-HDMI-A-1/modes", "16x4\n")
        card.state.withLock {
            $0.sockets[51]?.connection = 1
            $0.sockets[51]?.modes = [PlayedCard.mode(16, 4)]
        }
        try await display.reopen()
        try await display.show(Surface(width: 16, height: 4, color: .black), label: "idle")

        #expect(atFirst == .ok)
        #expect(away == .gone)
        #expect(kept)
        #expect(await display.poll() == .ok)
        #expect(card.shown?.bytes.prefix(8) == [0, 0, 0, 0, 0, 0, 0, 0])
        #expect(card.state.withLock { $0.buffers.count } == 1)
        #expect(machine.kernel.openCount == 1)
    }

    @Test func `with another screen at the same socket is opened again`() async throws {
        let machine = try PlayedMachine()
        try machine.plug(PlayedCard(width: 8, height: 8))
        let display = try Self.open(machine)

        try machine.tell("drm/card0-HDMI-A-1/modes", "1920x1080\n")

        #expect(await display.poll() == .changed)
    }

    @Test func `that was replaced is opened anew, and one that left is missed`() async throws {
        let machine = try PlayedMachine()
        try machine.plug(PlayedCard(width: 8, height: 8))
        let display = try Self.open(machine)

        machine.kernel.unplug("/dev/dri/card0")
        let without = await display.poll()
        await #expect(throws: DeviceError.absent("/dev/dri/card0")) { try await display.reopen() }
        let left = machine.kernel.openCount
        let other = PlayedCard(width: 4, height: 4)
        try machine.plug(other)
        try await display.reopen()
        try await display.show(Surface(width: 4, height: 4), label: "idle")

        #expect(without == .gone)
        #expect(left == 0)
        #expect(other.shown != nil)
    }

    @Test func `gives everything back when it is closed`() async throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 8)
        try machine.plug(card)
        let display = try Self.open(machine)

        await display.close()

        #expect(card.state.withLock { $0.buffers.count + $0.pictures.count } == 0)
        #expect(machine.kernel.openCount == 0)
        #expect(machine.kernel.state.withLock { $0.unmapped } == 1)
    }

    /// What may be answered at each step of opening, and what is left behind: nothing.
    @Test(
        arguments: [0xC010_640C, 0xC040_64A0, 0xC050_64A7, 0xC014_64A6, 0xC020_64B2, 0xC068_64B8, 0xC010_64B3] as [UInt]
    )
    func `that fails on its way leaves nothing open`(request: UInt) throws {
        let machine = try PlayedMachine()
        let card = PlayedCard(width: 8, height: 8)
        try machine.plug(card)
        card.state.withLock { $0.refusals[request] = -EINVAL }

        #expect(throws: DeviceError.self) { try Self.open(machine) }

        #expect(card.state.withLock { $0.buffers.count + $0.pictures.count } == 0)
        #expect(machine.kernel.openCount == 0)
    }

    @Test func `is what automatic choice falls back on, if it has a screen`() throws {
        let machine = try PlayedMachine()
        let blind = PlayedCard(width: 8, height: 8)
        blind.state.withLock { $0.sockets[51]?.connection = 2 }
        try machine.plug(blind, number: 0, status: "disconnected")
        try machine.plug(PlayedCard(width: 9, height: 9), number: 1, driver: "vc4")

        #expect(
            machine.locator.cards.map(\.description) == [
                "/dev/dri/card0 \"?\" without a screen", "/dev/dri/card1 \"vc4\" HDMI-A-1",
            ])
        #expect(try machine.locator.open(.automatic)?.geometry.width == 9)
    }

    @Test func `comes after a framebuffer that takes pictures, and before none`() throws {
        let machine = try PlayedMachine()
        try machine.plug(PlayedCard(width: 9, height: 9))
        let planes = PlayedFramebuffer(try #require(PlayedPanel.all.first), width: 7, height: 7)
        planes.state.withLock { $0.fixed.type = 1 }
        try machine.plug(planes, number: 0, name: "VGA16 VGA")

        let fallen = try machine.locator.open(.automatic)?.geometry.width
        try machine.plug(PlayedFramebuffer(PlayedPanel.all[0], width: 5, height: 5), number: 1, name: "simple")

        #expect(fallen == 9)
        #expect(try machine.locator.open(.automatic)?.geometry.width == 5)
    }

    @Test func `has the memory of a device that left behind it, and says so`() async throws {
        let machine = try PlayedMachine()
        try machine.plug(PlayedCard(width: 8, height: 8))
        let display = try Self.open(machine)
        machine.kernel.state.withLock { $0.hasLeft = true }

        await #expect(throws: DeviceError.gone("/dev/dri/card0")) {
            try await display.show(Surface(width: 8, height: 8), label: "idle")
        }
    }
}
