// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import ForeignJudges
import Foundation
import Glibc
import Raster
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite struct `A framebuffer under way` {
    private struct Shown {
        let machine: PlayedMachine
        let screen: PlayedFramebuffer
        let display: FramebufferDisplay
    }

    private static func open(_ options: FramebufferOptions = .init()) async throws -> Shown {
        let machine = try PlayedMachine()
        let screen = PlayedFramebuffer(PlayedPanel.all[0], width: 8, height: 4)
        try machine.plug(screen, name: "EFI VGA")
        let opened = try machine.locator.open(.automatic, options: DisplayOptions(framebuffer: options))
        let display = try #require(opened as? FramebufferDisplay)
        try await display.show(Surface(width: 8, height: 4), label: "idle")
        return Shown(machine: machine, screen: screen, display: display)
    }

    /// What another program or a cable does to the mode.
    static let changes: [@Sendable (inout PlayedFramebuffer.State) -> Void] = [
        { $0.variable.xres = 4 },
        { $0.variable.yres = 2 },
        { $0.variable.bits_per_pixel = 16 },
        { $0.variable.yoffset = 1 },
        { $0.variable.xoffset = 1 },
        { $0.variable.red.offset = 0 },
        { $0.fixed.line_length = 64 },
        { $0.fixed.smem_len = 64 },
        { $0.fixed.visual = UInt32(FB_VISUAL_DIRECTCOLOR) },
    ]

    @Test(arguments: changes.indices)
    func `whose mode has changed is opened again`(index: Int) async throws {
        let shown = try await Self.open()

        let before = await shown.display.poll()
        shown.screen.state.withLock { Self.changes[index](&$0) }

        #expect(before == .ok)
        #expect(await shown.display.poll() == .changed)
    }

    @Test func `has its pictures laid out anew`() async throws {
        let shown = try await Self.open()
        shown.screen.state.withLock { state in
            state.variable.xres = 4
            state.variable.yres = 2
            state.fixed.line_length = 48
            state.fixed.smem_len = 96
            state.memory = PlayedMemory(96)
        }

        try await shown.display.reopen()
        try await shown.display.show(Surface(width: 4, height: 2, color: .black), label: "idle")

        let line = [UInt8](repeating: 0, count: 16) + [UInt8](repeating: 0xAA, count: 32)
        #expect(shown.screen.bytes == line + line)
        #expect(await shown.display.poll() == .ok)
        #expect(shown.machine.kernel.openCount == 1)
        #expect(shown.machine.kernel.state.withLock { $0.unmapped } == 1)
    }

    @Test func `whose driver was replaced is drawn on again, though no call on it has failed`() async throws {
        let shown = try await Self.open()
        let other = PlayedFramebuffer(PlayedPanel.all[7], width: 16, height: 2)

        // The node keeps its number, and the old map goes on taking pictures.
        try shown.machine.tell("graphics/fb0/name", "simpledrmdrmfb\n")
        let renamed = await shown.display.poll()
        try shown.machine.plug(other, name: "virtio_gpudrmfb")
        let replaced = await shown.display.poll()
        try await shown.display.reopen()
        try await shown.display.show(Surface(width: 16, height: 2), label: "idle")

        #expect(renamed == .changed)
        #expect(replaced == .changed)
        #expect(other.bytes == [UInt8](repeating: 255, count: 64))
    }

    @Test func `that left is missed, and is shown on when it is back`() async throws {
        let shown = try await Self.open()

        shown.machine.kernel.unplug("/dev/fb0")
        let away = await shown.display.poll()
        await #expect(throws: DeviceError.absent("/dev/fb0")) { try await shown.display.reopen() }
        await #expect(throws: DeviceError.gone("/dev/fb0")) {
            try await shown.display.show(Surface(width: 8, height: 4), label: "idle")
        }
        let unopened = await shown.display.poll()
        let back = PlayedFramebuffer(PlayedPanel.all[0], width: 8, height: 4)
        try shown.machine.plug(back, name: "EFI VGA")
        try await shown.display.reopen()
        try await shown.display.show(Surface(width: 8, height: 4), label: "idle")

        #expect(away == .gone)
        #expect(unopened == .gone)
        #expect(back.bytes.prefix(4) == [255, 255, 255, 0])
    }

    @Test func `whose driver answers nothing any more has gone`() async throws {
        let shown = try await Self.open()

        shown.screen.state.withLock { $0.failure = -ENODEV }

        #expect(await shown.display.poll() == .gone)
    }

    @Test func `whose memory has left under a picture says so, and is sent all of the next`() async throws {
        let shown = try await Self.open()
        var surface = try Surface(width: 8, height: 4)
        surface.fill(PixelRect(x: 0, y: 0, width: 1, height: 1), with: .black)
        shown.machine.kernel.state.withLock { $0.hasLeft = true }

        await #expect(throws: DeviceError.gone("/dev/fb0")) { try await shown.display.show(surface, label: "idle") }
        shown.machine.kernel.state.withLock { $0.hasLeft = false }
        let before = await shown.display.bytesSent
        try await shown.display.show(surface, label: "idle")

        #expect(await shown.display.bytesSent - before == 8 * 4 * 4)
    }

    @Test func `is woken for each kind of picture, and not for each picture`() async throws {
        let shown = try await Self.open()

        for label in ["code", "code", "paid"] {
            try await shown.display.show(Surface(width: 8, height: 4), label: label)
        }

        // Once when it was opened, and for idle, code and paid.
        #expect(shown.screen.state.withLock { $0.unblanks } == 4)
    }

    @Test func `without a map is written`() async throws {
        let machine = try PlayedMachine()
        let screen = PlayedFramebuffer(PlayedPanel.all[0], width: 8, height: 4)
        screen.state.withLock {
            $0.refusesMaps = true
            $0.mostWritten = 5
        }
        try machine.plug(screen, name: "gudfb")

        let display = try #require(try machine.locator.open(.automatic))
        try await display.show(Surface(width: 8, height: 4, color: .black))

        #expect(screen.bytes == [UInt8](repeating: 0, count: 128))
        #expect(machine.kernel.state.withLock { $0.mapped } == 0)
    }

    @Test func `is written if somebody wants it so`() async throws {
        let shown = try await Self.open(FramebufferOptions(access: .written))

        #expect(shown.machine.kernel.state.withLock { $0.mapped } == 0)
        #expect(shown.machine.kernel.state.withLock { $0.written } == 128)
    }

    @Test func `that may not be opened says what to do`() throws {
        let machine = try PlayedMachine()
        try machine.plug(PlayedFramebuffer(PlayedPanel.all[0], width: 8, height: 4), name: "fb_ili9341")
        machine.kernel.state.withLock { $0.refusals["/dev/fb0"] = -EACCES }

        #expect(throws: DeviceError.denied(path: "/dev/fb0", remedy: "add the service user to group video")) {
            try machine.locator.open(.named("ili9341"))
        }
    }
}
