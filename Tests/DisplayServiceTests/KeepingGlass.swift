// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import ForeignJudges
import Foundation
import Logging
import Raster
import SelfScan
import Scenes
import ServiceLifecycle
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite(.timeLimit(.minutes(2))) struct `Keeping the right code on the glass` {
    /// A display that is kept, and what a test knows of it.
    private struct Kept {
        let shop: KeepingShop
        let condition: DisplayCondition

        /// A commit that changes no screen, and makes the keeper look again.
        func poke() async throws { try await shop.ledger.note(Doubt(account: "main", why: "poked")) }

        /// Waits until an order is as it should be; each commit is a chance.
        func until(_ id: OrderID, _ isSo: (Order) -> Bool) async throws -> Order {
            let commits = shop.ledger.wakeups(of: .journal)
            var order = try await shop.ledger.order(id)
            if isSo(order) { return order }
            for await _ in commits {
                order = try await shop.ledger.order(id)
                if isSo(order) { break }
            }
            return order
        }
    }

    /// Runs a keeper as the daemon does, and ends it in an orderly way.
    private func keep(_ display: any DisplayDriver, pitch: Int? = nil, _ body: (Kept) async throws -> Void) async throws
    {
        let shop = try KeepingShop()
        let condition = DisplayCondition()
        let quiet = Logger(label: "keeper", factory: { _ in SwiftLogNoOpLogHandler() })
        let keeper = ScreenKeeper(
            name: "customer", ledger: shop.ledger,
            projection: Projection(merchant: "Corner Tea", boot: shop.ledger.boot),
            painter: Painter(
                opening: { display }, renderer: SceneRenderer(fonts: TypeSetter(), words: .english), pitch: pitch),
            condition: condition, logger: quiet)
        let group = ServiceGroup(services: [keeper], logger: quiet)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body(Kept(shop: shop, condition: condition))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// Waits for a kind of picture.
    private func wait(for label: String, on display: GlassDisplay) async {
        for await next in display.labels where next == label { return }
    }

    /// Waits until a display was compared so many times, with a commit before each.
    private func compare(_ times: Int, _ kept: Kept, _ display: GlassDisplay) async throws {
        for _ in 0..<times {
            try await kept.poke()
            for await _ in display.compared { break }
        }
    }

    private static func picture(_ payload: String?) throws -> Luminance {
        var surface = try Surface(width: 320, height: 240)
        if let payload { try surface.draw(QRMatrix(text: payload), in: surface.bounds) }
        return Luminance(surface)
    }

    private static let evil = "https://evil.example/pay"
    private static let seenEvil = SeenInstead.otherCode(evil)

    @Test func `a code that reads as another one is never shown, and a person is called`() async throws {
        let display = GlassDisplay()
        await display.show(payersThis: try Self.picture(Self.evil))
        var order: Order?

        try await keep(display) { kept in
            let id = try await kept.shop.present()
            await self.wait(for: "held", on: display)
            order = try await kept.until(id) { !$0.holds.isEmpty }
        }

        let attempt = try #require(order?.attempts.first)
        #expect(order?.holds.map(\.reason) == [.displayDiffers(attempt.reference, Self.seenEvil)])
        #expect(order?.status == .needsPerson)
        #expect(attempt.state == .presented(boot: 1))
        #expect(await display.memory.frames.allSatisfy { $0.label != "code" })
    }

    @Test func `a code that was wrong once is not shown again by itself, and a new one is`() async throws {
        let display = GlassDisplay()
        await display.show(payersThis: try Self.picture(nil))
        var status: OrderStatus?

        try await keep(display) { kept in
            let id = try await kept.shop.present()
            await self.wait(for: "held", on: display)
            let order = try await kept.until(id) { !$0.holds.isEmpty }
            await display.show(payersThis: nil)
            _ = try await kept.shop.ledger.settle(
                try #require(order.holds.first).id, .leave, note: "", key: nil, by: "anna")
            await self.wait(for: "checking", on: display)
            status = try await kept.shop.ledger.order(id).status
            let before = await display.memory.frames.count { $0.label == "code" }
            let second: AttemptReference = "AAAAAAAAAAAAAAAAAAAAAAAAA2"
            try await kept.shop.ask(.newAttempt(second, account: "main", expiresAt: order.deadline), about: id)
            try await kept.shop.record(.asking, .codeIssued(PaymentCode("https://pay.example/D")), about: id)
            await self.wait(for: "code", on: display)
            #expect(before == 0)
        }

        #expect(status == .checking)
    }

    @Test func `another code on the glass is taken down, once it was sent the right one`() async throws {
        let display = GlassDisplay()
        var order: Order?
        var distrusts = 0

        try await keep(display) { kept in
            let id = try await kept.shop.present()
            await self.wait(for: "code", on: display)
            try await self.compare(1, kept, display)
            await display.say((.differs, try Self.picture(Self.evil)))
            distrusts = await display.distrusts
            try await kept.poke()
            await self.wait(for: "held", on: display)
            distrusts = await display.distrusts - distrusts
            order = try await kept.until(id) { !$0.holds.isEmpty }
        }

        let attempt = try #require(order?.attempts.first)
        #expect(order?.holds.map(\.reason) == [.displayDiffers(attempt.reference, Self.seenEvil)])
        // Once for the screen that calls a person, and not to draw the code again.
        #expect(distrusts == 1)
    }

    @Test func `what others drew over the code is drawn away, and nobody is called`() async throws {
        let display = GlassDisplay()
        var order: Order?
        var distrusts = 0

        try await keep(display) { kept in
            let id = try await kept.shop.present()
            await self.wait(for: "code", on: display)
            try await self.compare(1, kept, display)
            await display.say((.differs, try Self.picture(nil)), (.asSent, nil))
            distrusts = await display.distrusts
            try await self.compare(2, kept, display)
            distrusts = await display.distrusts - distrusts
            order = try await kept.shop.ledger.order(id)
            #expect(kept.condition.report?.glass == .asSent)
        }

        #expect(order?.holds == [])
        #expect(order?.status == .code)
        #expect(distrusts == 1)
    }

    @Test func `a display whose memory cannot be read back raises no alarm`() async throws {
        let display = GlassDisplay()
        await display.say((.differs, try Self.picture(nil)))
        var order: Order?
        var glass: DisplayReport.Glass?

        try await keep(display) { kept in
            let id = try await kept.shop.present()
            await self.wait(for: "code", on: display)
            try await self.compare(2, kept, display)
            // The keeper writes down what it saw before it does anything else.
            try await kept.shop.record(KeepingShop.paid(id), about: id)
            await self.wait(for: "paid", on: display)
            glass = kept.condition.report?.glass
            order = try await kept.shop.ledger.order(id)
        }

        #expect(order?.holds == [])
        #expect(order?.status == .paid)
        #expect(glass == .unreadable)
    }

    @Test func `health knows how large codes are before the first sale, and when one was read back`() async throws {
        let display = GlassDisplay()
        var sample: DisplayReport?
        var sold: DisplayReport?
        var at: Timestamp?

        try await keep(display, pitch: 150) { kept in
            await self.wait(for: "idle", on: display)
            sample = kept.condition.report
            kept.shop.clock.advance(milliseconds: 5000)
            let id = try await kept.shop.present()
            await self.wait(for: "code", on: display)
            try await self.compare(1, kept, display)
            sold = kept.condition.report
            at = try await kept.shop.ledger.order(id).openedAt
        }

        #expect(sample?.width == 320 && sample?.height == 240 && sample?.pitch == 150)
        #expect(sample?.scan?.isSample == true && sample?.scan?.result.verdict == .matches)
        #expect(sample?.scan?.result.measure?.modules == 29)
        #expect(sample?.scan?.result.measure?.moduleMicrometres == 6 * 150)
        #expect(sample?.scan?.result.measure?.distance == 6 * 150 * 1500 / 4000)
        #expect(sold?.scan?.isSample == false && sold?.scan?.result.verdict == .matches)
        #expect(sold?.scan?.at == at)
        #expect(sample?.fault == nil && sample?.warnings == [])
    }

    @Test func `a framebuffer on which somebody draws another code is cleaned, and ZBar finds none`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "fb")
        let layout = try PixelLayout(width: 320, height: 240, format: .rgb565, rotation: .quarter)
        let display = try FramebufferDisplay(file: file.path, layout: layout)
        var shown: [String] = []
        var cleaned: [String] = []
        var order: Order?

        try await keep(display) { kept in
            let id = try await kept.shop.present()
            shown = try await self.codes(in: file, layout, until: ["https://pay.example/C"])
            // Compared once as it was sent, so that it is believed.
            kept.shop.clock.advance(milliseconds: 1000)
            try await kept.poke()
            while kept.condition.report?.glass != .asSent { try await kept.poke() }
            var evil = try Surface(width: layout.pictureWidth, height: layout.pictureHeight)
            try evil.draw(QRMatrix(text: Self.evil), in: evil.bounds)
            try Self.write(evil, to: file, layout)
            try await kept.poke()
            order = try await kept.until(id) { !$0.holds.isEmpty }
            cleaned = try Self.codes(in: file, layout)
        }

        let attempt = try #require(order?.attempts.first)
        #expect(shown == ["https://pay.example/C"])
        #expect(order?.holds.map(\.reason) == [.displayDiffers(attempt.reference, Self.seenEvil)])
        #expect(cleaned == [])
    }

    /// What ZBar reads from a framebuffer's file.
    private static func codes(in file: URL, _ layout: PixelLayout) throws -> [String] {
        let folder = try TemporaryFolder()
        let bytes = [UInt8](try Data(contentsOf: file))
        let lines = (0..<layout.height).flatMap { y in bytes[y * layout.stride..<y * layout.stride + layout.lineBytes] }
        let picture = try Luminance(lines: lines, of: layout)
        let header = Array("P5\n\(picture.width) \(picture.height)\n255\n".utf8)
        do {
            return try ForeignTool.codes(in: try folder.file("glass.pgm", header + picture.levels))
        } catch let failure as ForeignTool.Failure where failure.status == 4 {
            // It ends with 4 if there is no code.
            return []
        }
    }

    /// Reads until something is there; the suite's time is the limit.
    private func codes(in file: URL, _ layout: PixelLayout, until wanted: [String]) async throws -> [String] {
        var codes: [String] = []
        while codes != wanted { codes = try Self.codes(in: file, layout) }
        return codes
    }

    /// Draws on a framebuffer's file as another program does.
    private static func write(_ surface: Surface, to file: URL, _ layout: PixelLayout) throws {
        let handle = try FileHandle(forWritingTo: file)
        var line = [UInt8](repeating: 0, count: layout.lineBytes)
        for y in 0..<layout.height {
            layout.makeLine(y, of: surface, into: &line)
            try handle.seek(toOffset: UInt64(y * layout.stride))
            try handle.write(contentsOf: line)
        }
        try handle.close()
    }
}
