// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Logging
import Raster
import ServiceLifecycle
import Synchronization
import Scenes
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite(.timeLimit(.minutes(1))) struct `A display that is watched` {
    /// A display that others may change, and that tells of everything it is asked.
    private final class Watched: DisplayDriver {
        let geometry: DisplayGeometry
        let events: AsyncStream<String>
        let health = Mutex(DisplayHealth.ok)
        private let tell: AsyncStream<String>.Continuation

        init(_ rhythm: DisplayRhythm = DisplayRhythm()) {
            geometry = DisplayGeometry(width: 320, height: 240, rhythm: rhythm)
            (events, tell) = AsyncStream.makeStream(of: String.self)
        }

        func show(_ surface: Surface, label: String) async throws(DeviceError) { tell.yield(label) }

        func poll() async -> DisplayHealth {
            tell.yield("poll")
            return health.withLock { $0 }
        }

        func reopen() async throws(DeviceError) {
            health.withLock { $0 = .ok }
            tell.yield("reopen")
        }

        func close() async { tell.finish() }

        /// Everything that it is asked until something, the polls left out.
        func events(until last: String) async -> [String] {
            var seen: [String] = []
            for await event in events {
                if event != "poll" || last == "poll" { seen.append(event) }
                if event == last { break }
            }
            return seen
        }
    }

    /// Runs a keeper as the daemon does, and ends it in an orderly way.
    private func keep(_ display: Watched, _ body: (KeepingShop) async throws -> Void) async throws {
        let shop = try KeepingShop()
        let keeper = ScreenKeeper(
            name: "customer", ledger: shop.ledger,
            projection: Projection(merchant: "Corner Tea", boot: shop.ledger.boot),
            painter: Painter(
                opening: { display }, renderer: SceneRenderer(fonts: TypeSetter(), words: .english)),
            condition: DisplayCondition(),
            logger: Logger(label: "keeper", factory: { _ in SwiftLogNoOpLogHandler() }))
        let group = ServiceGroup(
            services: [keeper], logger: Logger(label: "group", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body(shop)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test(arguments: [DisplayHealth.changed, .gone])
    func `is opened again and painted though nothing else is to be shown`(health: DisplayHealth) async throws {
        let display = Watched()
        var seen: [String] = []

        try await keep(display) { shop in
            _ = await display.events(until: "idle")
            display.health.withLock { $0 = health }
            try await shop.ledger.note(Doubt(account: "main", why: "poked"))
            seen = await display.events(until: "idle")
        }

        #expect(seen == ["reopen", "idle"])
    }

    @Test func `is not drawn faster than its panel can, unless something else is to be shown`() async throws {
        let display = Watched(DisplayRhythm(leastInterval: .seconds(10)))
        var seen: [String] = []

        try await keep(display) { shop in
            _ = await display.events(until: "idle")
            let id = try await shop.present()
            _ = await display.events(until: "code")
            shop.clock.advance(milliseconds: 1000)
            try await shop.ledger.note(Doubt(account: "main", why: "poked"))
            _ = await display.events(until: "poll")
            try await shop.record(KeepingShop.paid(id), about: id)
            seen = await display.events(until: "paid")
        }

        #expect(seen == ["paid"])
    }
}
