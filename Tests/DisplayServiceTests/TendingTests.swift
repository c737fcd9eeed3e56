// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Dispatch
import Logging
import Raster
import Scenes
import ServiceLifecycle
import Testing
import TillTesting

@testable import DisplayService

@Suite(.timeLimit(.minutes(1))) struct `Looking after what stands around a display` {
    /// A machine whose terminals nobody may have, and whose kernel draws text.
    private struct ClosedConsoles: ConsoleSystem {
        func given() -> String? { nil }
        func open(_ path: String) throws(DeviceError) -> any ConsoleTerminal {
            throw .denied(path: path, remedy: "ask the landlord")
        }
        func drawsText() -> Bool { true }
    }

    @Test func `repeats the picture, and says once why`() async throws {
        let display = KeepingWatchedDisplay()
        let clock = HandClock()
        let (log, tell) = AsyncStream.makeStream(of: String.self)
        let stand = DisplayStand(
            console: OwnedConsole(.automatic, system: ClosedConsoles()), lighting: PanelLighting(.none),
            elapsed: { clock.elapsed })
        let painter = Painter(
            opening: { display }, stand: stand, renderer: SceneRenderer(fonts: TypeSetter(), words: .english))
        var handler = KeepingLog(tell: tell)
        handler.logLevel = .warning
        let logger = Logger(label: "tender", factory: { [handler] _ in handler })
        let group = ServiceGroup(
            services: [DisplayTender(name: "payer", stand: stand, clock: clock, logger: logger)],
            logger: Logger(label: "group", factory: { _ in SwiftLogNoOpLogHandler() }))

        var seen: [String] = []
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            await painter.showBoot()
            tasks.addTask { try await group.run() }
            for _ in 0..<3 {
                await clock.nap()
                clock.advance(by: .seconds(1))
            }
            await clock.nap()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        tell.finish()
        for await line in log { seen.append(line) }
        let frames = await display.memory.frames

        #expect(seen == ["a display is not all ours"])
        // One that is the same is not kept twice; that it came again is told by its label.
        #expect(frames.map(\.label) == ["boot"])
        var labels: [String] = []
        await painter.close()
        for await label in display.labels { labels.append(label) }
        #expect(labels == ["boot", "boot"])
    }

    @Test func `a display that hangs keeps it from nothing`() async throws {
        let hanging = HangingDisplay()
        let clock = HandClock()
        let stand = DisplayStand(
            console: OwnedConsole(.automatic, system: ClosedConsoles()), lighting: PanelLighting(.none),
            elapsed: { clock.elapsed })
        let display = stand.put(hanging.patient)
        // The first picture is taken; those that repeat it are not.
        hanging.gate.signal()
        try await display.show(try Surface(width: 320, height: 240), label: "code")
        let quiet = Logger(label: "tender", factory: { _ in SwiftLogNoOpLogHandler() })
        let group = ServiceGroup(
            services: [
                DisplayTender(name: "payer", stand: stand, clock: clock, limits: HurriedClock(), logger: quiet)
            ], logger: quiet)
        var looks = 0

        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for _ in 0..<6 {
                await clock.nap()
                looks += 1
                clock.advance(by: .seconds(1))
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        hanging.gate.signal()

        #expect(looks == 6)
    }

    @Test func `a code of another sale is news, and another second of it is not`() {
        func code(_ payload: String, _ order: String, _ seconds: Int) -> Screen {
            .code(
                CodeScreen(
                    payload: payload, amount: ShownAmount(text: "1.00", sign: "", code: "CNY"), merchant: "Corner Tea",
                    validity: .countdown(secondsLeft: seconds, of: 60), order: order))
        }
        let shown = code("https://pay.example/C", "AAAA", 30)

        #expect(shown.isNews(after: nil))
        #expect(!code("https://pay.example/C", "AAAA", 29).isNews(after: shown))
        #expect(code("https://pay.example/D", "AAAA", 30).isNews(after: shown))
        #expect(code("https://pay.example/C", "BBBB", 30).isNews(after: shown))
        #expect(
            Screen.paid(amount: ShownAmount(text: "1.00", sign: "", code: "CNY"), order: "AAAA").isNews(after: shown))
        #expect(Screen.held(order: "A").isNews(after: .held(order: "B")))
        #expect(!Screen.held(order: "A").isNews(after: .held(order: "A")))
    }
}
