// SPDX-License-Identifier: Apache-2.0

import Foundation
import Raster
import Testing

@testable import DeviceDrivers

@Suite(.timeLimit(.minutes(1))) struct `A display on its stand` {
    /// A stand of which everything is played.
    private struct Bed {
        let consoles = PlayedConsoles()
        let lights: PlayedLights
        let clock = HandClock()
        let console: OwnedConsole
        let stand: DisplayStand
        let surface: Surface

        init(_ setting: ConsoleSetting = .automatic, repeats: Bool = true) throws {
            lights = try PlayedLights()
            try lights.add("panel", highest: 100, level: 50)
            console = OwnedConsole(setting, system: consoles, signals: consoles.signals)
            let clock = clock
            stand = DisplayStand(
                console: console,
                lighting: PanelLighting(LightPlan(idleAfter: .seconds(60)), sysfs: lights.sysfs),
                repeats: repeats, elapsed: { clock.now })
            surface = try Surface(width: 8, height: 8)
        }
    }

    /// One that has nothing to give away.
    private func memory() -> MemoryDisplay { MemoryDisplay(geometry: DisplayGeometry(width: 8, height: 8)) }

    @Test func `takes the terminal when it is put there, and gives all back when it is closed`() async throws {
        let bed = try Bed()
        let memory = memory()

        let display = bed.stand.put(memory)
        let taken = bed.consoles[1].isInGraphics
        try await display.show(bed.surface, label: "code")
        let light = try bed.lights.value("panel")
        await display.close()

        #expect(taken)
        #expect(display.geometry == memory.geometry)
        #expect(light == 80)
        #expect(await memory.frames.map(\.label) == ["code"])
        #expect(await memory.isClosed)
        #expect(!bed.consoles[1].isInGraphics)
        #expect(try bed.lights.value("panel") == 50)
    }

    @Test func `draws nothing on another terminal, says so, and shows the newest picture when it is back`() async throws
    {
        let bed = try Bed()
        let memory = memory()
        let display = bed.stand.put(memory)
        var events = bed.stand.events.makeAsyncIterator()
        try await display.show(bed.surface, label: "code")

        bed.consoles.press(2)
        if let event = await events.next() { await bed.stand.heed(event) }
        let fault = await #expect(throws: DeviceError.self) { try await display.show(bed.surface, label: "paid") }
        let away = await memory.frames.map(\.label)
        bed.consoles.press(1)
        if let event = await events.next() { await bed.stand.heed(event) }

        #expect(fault == .covered(path: "/dev/tty1", by: "/dev/tty2"))
        #expect(
            fault?.description == "/dev/tty1 is behind /dev/tty2 on the screen: switch to it, or set take_console: yes")
        #expect(away == ["code"])
        #expect(await memory.frames.map(\.label) == ["code", "paid"])
    }

    @Test func `whoever wants the screen waits for a picture, but not for one that hangs`() async throws {
        let bed = try Bed()
        let glass = HangingDisplay()
        let display = bed.stand.put(glass)

        async let shown: Void = display.show(bed.surface, label: "code")
        for await _ in glass.beginnings { break }
        bed.consoles.press(2)
        let before = bed.consoles.front
        await bed.stand.look()
        let first = bed.consoles.front
        await bed.stand.look()
        let second = bed.consoles.front
        await glass.goOn()
        try await shown

        #expect(before == 1)
        #expect(first == 1)
        #expect(second == 2)
    }

    @Test func `a display that has to be given away is given away before another terminal comes`() async throws {
        let bed = try Bed()
        let glass = PlayedGlass()
        let display = bed.stand.put(glass)
        var events = bed.stand.events.makeAsyncIterator()
        try await display.show(bed.surface, label: "code")

        bed.consoles.press(2)
        let before = bed.consoles.front
        if let event = await events.next() { await bed.stand.heed(event) }
        let after = bed.consoles.front
        await #expect(throws: DeviceError.self) { try await display.show(bed.surface, label: "paid") }
        bed.consoles.press(1)
        if let event = await events.next() { await bed.stand.heed(event) }
        await display.close()

        #expect(before == 1)
        #expect(after == 2)
        #expect(
            await glass.calls == [
                "take back", "show code", "give way", "take back", "distrust", "show paid", "close",
            ])
        #expect(!bed.consoles[1].isInGraphics)
    }

    @Test func `repeats its picture where text may come into it, every two seconds`() async throws {
        let bed = try Bed()
        bed.consoles.set(mayChange: false)
        let glass = PlayedGlass()
        let display = bed.stand.put(glass)
        try await display.show(bed.surface, label: "code")

        bed.clock.advance(by: .milliseconds(1999))
        await bed.stand.look()
        let early = await glass.calls
        bed.clock.advance(by: .milliseconds(1))
        await bed.stand.look()
        await bed.stand.look()

        #expect(early == ["take back", "show code"])
        #expect(await glass.calls == ["take back", "show code", "distrust", "show code"])
    }

    @Test(arguments: [(ConsoleSetting.automatic, true), (.none, true), (.automatic, false)])
    func `repeats nothing where nobody draws text, and nothing on paper`(setting: ConsoleSetting, repeats: Bool)
        async throws
    {
        let bed = try Bed(setting, repeats: repeats)
        bed.consoles.set(mayChange: false, drawsText: !repeats)
        let glass = PlayedGlass()
        let display = bed.stand.put(glass)
        try await display.show(bed.surface, label: "code")

        bed.clock.advance(by: .seconds(10))
        await bed.stand.look()

        #expect(await glass.calls == ["take back", "show code"])
    }

    @Test func `a picture that fails when it is repeated is told by the next one`() async throws {
        let bed = try Bed()
        bed.consoles.set(mayChange: false)
        let memory = memory()
        let display = bed.stand.put(memory)
        try await display.show(bed.surface, label: "code")
        await memory.failNext(with: .gone("fb0"))
        await memory.failNext(with: .gone("fb0"))

        bed.clock.advance(by: .seconds(2))
        await bed.stand.look()

        await #expect(throws: DeviceError.gone("fb0")) { try await display.show(bed.surface, label: "paid") }
    }

    @Test func `tells once what a person should know, and again when it was over`() async throws {
        let bed = try Bed()
        bed.consoles.set(mayChange: false)
        _ = bed.stand.put(memory())

        await bed.stand.look()
        await bed.stand.look()
        let first = await bed.stand.takeRemarks()
        #expect(bed.stand.concern == nil, "text in the picture keeps nobody from seeing it")
        bed.consoles.set()
        for _ in 0..<10 { await bed.stand.look() }
        let second = await bed.stand.takeRemarks()
        bed.consoles.press(2)
        await bed.stand.look()
        let third = await bed.stand.takeRemarks()
        let covered = bed.stand.concern
        bed.consoles.press(1)
        await bed.stand.look()

        #expect(covered == third.first)
        #expect(bed.stand.concern == nil)
        #expect(first.count == 1)
        #expect(first.first?.contains("StandardInput=tty-force") == true)
        #expect(second.isEmpty)
        #expect(third == ["/dev/tty1 is behind /dev/tty2 on the screen: switch to it, or set take_console: yes"])
    }

    @Test func `its light is turned down when nothing goes on, and comes back with a code`() async throws {
        let bed = try Bed()
        let display = bed.stand.put(memory())
        try await display.show(bed.surface, label: "idle")

        bed.clock.advance(by: .seconds(60))
        await bed.stand.look()
        let dim = try bed.lights.value("panel")
        try await display.show(bed.surface, label: "code")

        #expect(dim == 10)
        #expect(try bed.lights.value("panel") == 80)
    }

    @Test func `one whose end hangs gives the terminal back all the same`() async throws {
        let bed = try Bed()
        let glass = HangingDisplay()
        let display = bed.stand.put(glass)

        async let closed: Void = display.close()
        for await _ in glass.beginnings { break }
        let given = bed.consoles[1]
        await glass.end()
        await closed

        #expect(!given.isInGraphics)
        #expect(given.switching == .automatic)
    }

    @Test func `after its end nothing is drawn any more`() async throws {
        let bed = try Bed()
        let memory = memory()
        let display = bed.stand.put(memory)
        try await display.show(bed.surface, label: "idle")
        await display.close()

        await bed.stand.heed(.came)
        await bed.stand.look()

        #expect(await memory.frames.count == 1)
        #expect(!bed.consoles[1].isInGraphics)
    }

    @Test func `wakes the panel on demand and sends everything again`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tilld-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let bed = try Bed()
        let layout = try PixelLayout(width: 8, height: 8, format: .xrgb8888)
        let framebuffer = try FramebufferDisplay(file: folder.path, layout: layout)
        let display = bed.stand.put(framebuffer)
        try await display.show(bed.surface, label: "code")

        try await display.show(bed.surface, label: "code")
        let same = await framebuffer.bytesSent
        await display.distrust()
        try await display.show(bed.surface, label: "code")

        #expect(same == 256)
        #expect(await framebuffer.bytesSent == 512)
    }
}
