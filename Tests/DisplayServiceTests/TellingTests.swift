// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Raster
import Scenes
import ServiceLifecycle
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite(.timeLimit(.minutes(1))) struct `What is logged of screens and sounds` {
    private func keeper(_ shop: KeepingShop, _ log: LogKeeper) -> ScreenKeeper {
        ScreenKeeper(
            name: "customer", ledger: shop.ledger,
            projection: Projection(merchant: "Corner Tea", boot: shop.ledger.boot),
            painter: Painter(
                opening: { () throws(DeviceError) in throw .gone("/dev/fb7") },
                renderer: SceneRenderer(fonts: TypeSetter(), words: .english), clock: ContinuousClock()),
            condition: DisplayCondition(), logger: log.logger)
    }

    @Test func `names the sale that a display does not show`() async throws {
        let shop = try KeepingShop()
        let log = LogKeeper()
        let id = try await shop.present()

        await keeper(shop, log).paint(try await shop.screen(), about: id)

        #expect(log.lines.map(\.message) == ["a display does not show what it should"])
        #expect(log.lines.first?.metadata["order"] == id.text)
        #expect(log.lines.first?.metadata["display"] == "customer")
    }

    @Test func `names no sale where there is none`() async throws {
        let log = LogKeeper()

        await keeper(try KeepingShop(), log).paint(.boot)

        #expect(log.lines.map { $0.metadata.keys.sorted() } == [["display", "why"]])
    }

    @Test func `names the sale whose payment did not sound`() async throws {
        let shop = try KeepingShop()
        let log = LogKeeper()
        let player = SoundingPlayer(failing: [.failed(program: "aplay", status: 256)])
        let keeper = SoundKeeper(ledger: shop.ledger, player: player, logger: log.logger)
        let group = ServiceGroup(services: [keeper], logger: LogKeeper().logger)
        let id = try await shop.present()

        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await shop.record(KeepingShop.paid(id), about: id)
            _ = await player.next()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }

        #expect(log.lines.map { $0.metadata["order"] } == [id.text])
    }
}
