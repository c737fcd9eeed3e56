// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster
import Scenes
import Testing

@testable import DisplayService

@Suite struct `Painting a display` {
    /// A display that notes its pictures, and when it is told that its glass may be dark.
    private actor Glass: DisplayDriver {
        nonisolated let geometry = DisplayGeometry(width: 320, height: 240)
        private(set) var calls: [String] = []
        private(set) var last: Surface?

        func show(_ surface: Surface, label: String) throws(DeviceError) {
            calls.append(label)
            last = surface
        }

        func distrust() async { calls.append("distrust") }
        func poll() -> DisplayHealth { .ok }
        func reopen() throws(DeviceError) {}
        func close() {}
    }

    private func painter(_ glass: Glass) -> Painter {
        Painter(opening: { glass }, renderer: SceneRenderer(fonts: TypeSetter(), words: .english))
    }

    private func code(_ payload: String, seconds: Int = 30) -> Screen {
        .code(
            CodeScreen(
                payload: payload, amount: ShownAmount(text: "12.50", sign: "¥", code: "CNY"), merchant: "Corner Tea",
                validity: .countdown(secondsLeft: seconds, of: 60), order: "A1B2"))
    }

    @Test func `wakes the panel for each code and each state, and not for each second`() async throws {
        let glass = Glass()
        let painter = painter(glass)

        try await painter.paint(code("https://pay.example/C"))
        try await painter.paint(code("https://pay.example/C", seconds: 29))
        try await painter.paint(code("https://pay.example/D", seconds: 29))
        try await painter.paint(.held(order: "A1B2"))

        #expect(await glass.calls == ["distrust", "code", "code", "distrust", "code", "distrust", "held"])
    }

    /// Opens a display when it is told to, and counts how often it was asked.
    private actor SlowDoor {
        private(set) var knocks = 0
        private var waiting: [CheckedContinuation<Void, Never>] = []
        private var isOpen = false

        func pass() async {
            knocks += 1
            guard !isOpen else { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func open() {
            isOpen = true
            for one in waiting { one.resume() }
            waiting = []
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `opens it once, and shows in order what was asked for while it was opened`() async throws {
        let glass = Glass()
        let door = SlowDoor()
        let painter = Painter(
            opening: {
                await door.pass()
                return glass
            }, renderer: SceneRenderer(fonts: TypeSetter(), words: .english))

        async let booting: Void = painter.showBoot()
        while await door.knocks == 0 { await Task.yield() }
        async let holding = painter.paint(.held(order: "A1B2"))
        // Enough for it to get as far as it can get: each look is a job behind what it does.
        for _ in 0..<2000 {
            await Task.yield()
            _ = await painter.allowsCountdown
        }
        await door.open()
        _ = try await holding
        await booting

        #expect(await door.knocks == 1)
        #expect(await glass.calls == ["distrust", "boot", "distrust", "held"])
    }

    @Test func `what cannot be drawn leaves no code on the glass`() async throws {
        let glass = Glass()
        let painter = painter(glass)
        try await painter.paint(code("https://pay.example/C"))

        await #expect(throws: SceneError.self) {
            try await painter.paint(code(String(repeating: "x", count: 2000)))
        }
        let left = await glass.last
        try await painter.paint(code("https://pay.example/C"))

        #expect(left?.pixels.allSatisfy { $0 == 0 } == true)
        #expect(await glass.calls.suffix(3) == ["blank", "distrust", "code"])
    }
}
