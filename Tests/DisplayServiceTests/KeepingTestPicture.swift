// SPDX-License-Identifier: Apache-2.0

import Logging
import Raster
import Scenes
import ServiceLifecycle
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite(.timeLimit(.minutes(1))) struct `Keeping a test picture` {
    private struct Kept {
        let shop: KeepingShop
        let display: KeepingWatchedDisplay
        let desk: DisplayDesk

        /// Asks for a picture, and has the keeper look.
        func test() async throws -> DisplayDesk.Outcome? {
            let outcomes = desk.test()
            try await shop.ledger.note(Doubt(account: "main", why: "poked"))
            return await outcomes.first { _ in true }
        }

        /// Waits for a kind of picture.
        func wait(for label: String) async {
            for await next in display.labels where next == label { return }
        }
    }

    private func keep(_ body: (Kept) async throws -> Void) async throws {
        let shop = try KeepingShop()
        let display = KeepingWatchedDisplay()
        let desk = DisplayDesk()
        let quiet = Logger(label: "keeper", factory: { _ in SwiftLogNoOpLogHandler() })
        let keeper = ScreenKeeper(
            name: "payer", ledger: shop.ledger, projection: Projection(merchant: "Corner Tea", boot: shop.ledger.boot),
            painter: Painter(opening: { display }, renderer: SceneRenderer(fonts: TypeSetter(), words: .english)),
            condition: DisplayCondition(), desk: desk, logger: quiet)
        let group = ServiceGroup(services: [keeper], logger: quiet)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body(Kept(shop: shop, display: display, desk: desk))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func `is shown when no sale has the display, and for twenty seconds`() async throws {
        try await keep { kept in
            await kept.wait(for: "idle")

            let outcome = try await kept.test()
            await kept.wait(for: "test")
            kept.shop.clock.advance(milliseconds: 20_000)
            try await kept.shop.ledger.note(Doubt(account: "main", why: "poked"))
            await kept.wait(for: "idle")

            #expect(outcome == .shown)
        }
    }

    @Test func `never takes the display from a sale`() async throws {
        try await keep { kept in
            _ = try await kept.shop.present()
            await kept.wait(for: "code")

            let outcome = try await kept.test()

            #expect(outcome == .busy)
        }
    }

    @Test func `gives way to a sale at once`() async throws {
        try await keep { kept in
            await kept.wait(for: "idle")
            _ = try await kept.test()
            await kept.wait(for: "test")

            _ = try await kept.shop.present()

            await kept.wait(for: "code")
        }
    }

    @Test func `is refused when the daemon ends, and when too many ask`() async throws {
        let desk = DisplayDesk()
        let waiting = (0..<DisplayDesk.waitingMax).map { _ in desk.test() }

        let crowded = await desk.test().first { _ in true }
        desk.close()
        let closed = await desk.test().first { _ in true }

        #expect(crowded == .failed("others are testing it: wait for them"))
        #expect(closed == .failed("tilld is stopping: ask again when it runs"))
        for one in waiting { #expect(await one.first { _ in true } == closed) }
    }
}
