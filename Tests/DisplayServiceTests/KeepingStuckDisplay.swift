// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Dispatch
import Logging
import Raster
import Scenes
import ServiceLifecycle
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite(.timeLimit(.minutes(1))) struct `A display that hangs` {
    @Test func `is told in health, and holds up neither a sale nor the end of the daemon`() async throws {
        let shop = try KeepingShop()
        let hanging = HangingDisplay()
        let condition = DisplayCondition()
        let (log, tell) = AsyncStream.makeStream(of: String.self)
        let keeper = ScreenKeeper(
            name: "customer", ledger: shop.ledger,
            projection: Projection(merchant: "Corner Tea", boot: shop.ledger.boot),
            painter: Painter(
                opening: { hanging.patient },
                renderer: SceneRenderer(fonts: TypeSetter(), words: .english), clock: HurriedClock()),
            condition: condition, logger: Logger(label: "keeper", factory: { _ in KeepingLog(tell: tell) }))
        let group = ServiceGroup(
            services: [keeper], logger: Logger(label: "group", factory: { _ in SwiftLogNoOpLogHandler() }))
        var told: String?

        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in log { break }
            told = condition.current
            let id = try await shop.present()
            try await shop.record(KeepingShop.paid(id), about: id)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        hanging.gate.signal()

        #expect(told == "/dev/fb7, which is stuck, did not answer in time: look at the device")
        #expect(try await shop.screen().label == "paid")
    }
}
