// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Logging
import Raster
import Scenes
import ServiceLifecycle
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite(.timeLimit(.minutes(1))) struct `Keeping a display` {
    /// A display that is kept, and what a test hears of it.
    private struct Kept {
        let shop: KeepingShop
        let display: KeepingWatchedDisplay
        let condition: DisplayCondition
        let log: AsyncStream<String>
        /// The next kind of picture that comes, and is not the one that is repeated.
        func next(but label: String? = nil) async -> String? {
            for await next in display.labels where next != label { return next }
            return nil
        }

        /// The next line of the log.
        func nextLine() async -> String? {
            for await line in log { return line }
            return nil
        }
    }

    /// Runs a keeper as the daemon does, and ends it in an orderly way.
    private func keep(isOffline: Bool = false, _ body: (Kept) async throws -> Void) async throws
        -> KeepingWatchedDisplay
    {
        let shop = try KeepingShop()
        let display = KeepingWatchedDisplay()
        let condition = DisplayCondition()
        let (log, tell) = AsyncStream.makeStream(of: String.self)
        let keeper = ScreenKeeper(
            name: "customer", ledger: shop.ledger,
            projection: Projection(merchant: "Corner Tea", boot: shop.ledger.boot),
            painter: Painter(
                opening: { display },
                renderer: SceneRenderer(fonts: TypeSetter(), words: .english)),
            condition: condition, isOffline: { isOffline },
            logger: Logger(label: "keeper", factory: { _ in KeepingLog(tell: tell) }))
        let group = ServiceGroup(
            services: [keeper],
            logger: Logger(label: "group", factory: { _ in SwiftLogNoOpLogHandler() }))
        let kept = Kept(shop: shop, display: display, condition: condition, log: log)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body(kept)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        return display
    }

    /// A commit that changes no screen, and makes the keeper look again.
    private func poke(_ shop: KeepingShop) async throws {
        try await shop.ledger.note(Doubt(account: "main", why: "poked"))
    }

    @Test func `shows a sale from its opening to its end, and then nothing`() async throws {
        var seen: [String?] = []

        _ = try await keep { kept in
            seen.append(await kept.next())
            seen.append(await kept.next())
            let id = try await kept.shop.open()
            seen.append(await kept.next())
            try await kept.shop.record(
                .asking, .codeIssued(PaymentCode("https://pay.example/C")), about: id)
            seen.append(await kept.next(but: "waiting"))
            try await kept.shop.record(KeepingShop.paid(id), about: id)
            seen.append(await kept.next(but: "code"))
            kept.shop.clock.advance(milliseconds: 8000)
            try await poke(kept.shop)
            seen.append(await kept.next(but: "paid"))
        }

        #expect(seen == ["boot", "idle", "waiting", "code", "paid", "idle"])
    }

    @Test func `says that no acquirer answers to whoever waits, and to nobody who has paid`() async throws {
        var paidFor: OrderID?

        let display = try await keep(isOffline: true) { kept in
            _ = await kept.next(but: "boot")
            let id = try await kept.shop.open()
            _ = await kept.next(but: "idle")
            try await kept.shop.record(
                .asking, .codeIssued(PaymentCode("https://pay.example/C")), KeepingShop.paid(id), about: id)
            while let label = await kept.next(), label != "paid" {}
            paidFor = id
        }
        let word = Projection.shortWord(try #require(paidFor))
        let amount = ShownAmount(Money(minorUnits: 1250, .cny))
        let renderer = SceneRenderer(fonts: TypeSetter(), words: .english)
        let geometry = display.geometry
        let idle = Screen.idle(IdleScreen(merchant: "Corner Tea"))
        let wanted = try [
            "idle": renderer.draw(.offline(idle), geometry: geometry),
            "waiting": renderer.draw(.offline(.waiting(amount: amount, order: word)), geometry: geometry),
            "paid": renderer.draw(.paid(amount: amount, order: word), geometry: geometry),
        ]

        let frames = await display.memory.frames
        for (label, surface) in wanted {
            #expect(frames.first { $0.label == label }?.surface == surface, "\(label)")
        }
    }

    @Test func `leaves no code on the glass when the daemon ends`() async throws {
        let display = try await keep { kept in
            _ = try await kept.shop.present()
            while let label = await kept.next(), label != "code" {}
        }

        let frames = await display.memory.frames
        #expect(frames.contains { $0.label == "code" })
        #expect(frames.last?.label == "idle")
        #expect(await display.memory.isClosed)
    }

    @Test func `goes on when a display fails and comes back`() async throws {
        var during: String?
        var after: String?
        var later: String?

        _ = try await keep { kept in
            _ = await kept.next(but: "boot")
            let fault = DeviceError.writeFailed(what: "frame", errno: 5)
            await kept.display.memory.failNext(with: fault)
            let id = try await kept.shop.open()
            let failed = await kept.next()
            _ = await kept.nextLine()
            during = kept.condition.current
            try await poke(kept.shop)
            after = await kept.next()
            try await kept.shop.ask(.cancel, about: id)
            _ = await kept.next(but: "waiting")
            later = kept.condition.current

            #expect(failed == "no waiting")
            #expect(during == "\(fault)")
        }

        #expect(after == "waiting")
        #expect(later == nil)
    }

    @Test func `a sale goes on without a display`() async throws {
        let shop = try KeepingShop()
        let keeper = ScreenKeeper(
            name: "customer", ledger: shop.ledger,
            projection: Projection(merchant: "Corner Tea", boot: 1),
            painter: Painter(
                opening: { () throws(DeviceError) in throw .absent("/dev/fb9") },
                renderer: SceneRenderer(fonts: TypeSetter(), words: .english)),
            condition: DisplayCondition(),
            logger: Logger(label: "keeper", factory: { _ in SwiftLogNoOpLogHandler() }))

        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await keeper.run() }
            let id = try await shop.present()
            try await shop.record(KeepingShop.paid(id), about: id)
            group.cancelAll()
        }

        #expect(try await shop.screen().label == "paid")
    }
}
