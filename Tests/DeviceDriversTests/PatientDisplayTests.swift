// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Raster
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite(.timeLimit(.minutes(1))) struct `A display that hangs` {
    /// A display whose pictures hang until somebody lets them go.
    private actor Hanging: BlockingDisplay {
        nonisolated let geometry = DisplayGeometry(width: 4, height: 4)
        nonisolated let thread = DeviceThread(label: "hanging")
        nonisolated let path = "/dev/fb7"
        nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
        nonisolated let gate = DispatchSemaphore(value: 0)
        nonisolated let begun: AsyncStream<String>
        private let tell: AsyncStream<String>.Continuation
        private(set) var labels: [String] = []
        private(set) var isClosed = false
        private var hangs: Bool

        init(hangs: Bool = true) {
            self.hangs = hangs
            (begun, tell) = AsyncStream.makeStream(of: String.self)
        }

        func show(_ surface: Surface, label: String) throws(DeviceError) {
            tell.yield(label)
            if hangs { gate.wait() }
            hangs = false
            labels.append(label)
            if label == "broken" { throw .gone(path) }
        }

        func poll() -> DisplayHealth { .changed }
        func reopen() throws(DeviceError) { labels.append("reopen") }
        func leaveGlass() { labels.append("left") }
        func regainGlass() throws(DeviceError) { throw .busy(path) }
        func close() { isClosed = true }
    }

    /// Shows a picture in a task that is cancelled when the device has begun with it.
    private func abandon(_ hanging: Hanging, _ display: any DisplayDriver, _ label: String) async throws -> DeviceError?
    {
        let surface = try Surface(width: 4, height: 4)
        return await withTaskGroup(of: DeviceError?.self) { group in
            group.addTask {
                do throws(DeviceError) {
                    try await display.show(surface, label: label)
                    return nil
                } catch {
                    return error
                }
            }
            for await begun in hanging.begun where begun == label { break }
            group.cancelAll()
            return await group.next() ?? nil
        }
    }

    @Test func `lets go whoever waits, and says that it is stuck until it has answered`() async throws {
        let hanging = Hanging()
        let display = hanging.patient

        let error = try await abandon(hanging, display, "code")
        let stuck = await display.poll()
        hanging.gate.signal()
        try await display.show(Surface(width: 4, height: 4), label: "paid")
        let later = await display.poll()

        #expect(
            error?.description == "/dev/fb7, which is stuck, did not answer in time: look at the device")
        #expect(stuck == .stuck)
        #expect(later == .changed)
        #expect(await hanging.labels == ["code", "paid"])
    }

    @Test func `is shown only the newest of the pictures that came while it hung`() async throws {
        let hanging = Hanging()
        let display = hanging.patient
        _ = try await abandon(hanging, display, "code")
        let surface = try Surface(width: 4, height: 4)

        let outcomes = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
            for number in 0..<50 {
                group.addTask { (try? await display.show(surface, label: "code \(number)")) != nil }
            }
            // Each takes the place of the one before it, which is told so.
            var outcomes: [Bool] = []
            while outcomes.count < 49, let outcome = await group.next() { outcomes.append(outcome) }
            hanging.gate.signal()
            if let last = await group.next() { outcomes.append(last) }
            return outcomes
        }

        #expect(outcomes.count { $0 } == 1)
        #expect(await hanging.labels.count == 2)
    }

    @Test func `is closed behind whoever does not wait`() async throws {
        let hanging = Hanging()
        let display = hanging.patient
        _ = try await abandon(hanging, display, "code")

        await withTaskGroup { group in
            group.addTask { await display.close() }
            group.cancelAll()
            await group.waitForAll()
        }
        hanging.gate.signal()
        // It comes after what was asked before it.
        try await display.reopen()

        #expect(await hanging.isClosed)
    }

    @Test func `that does not hang is what it was`() async throws {
        let hanging = Hanging(hangs: false)
        let display = hanging.patient

        try await display.show(Surface(width: 4, height: 4), label: "idle")
        try await display.reopen()
        await display.giveWay()
        await #expect(throws: DeviceError.busy("/dev/fb7")) { try await display.takeBack() }
        await #expect(throws: DeviceError.gone("/dev/fb7")) {
            try await display.show(Surface(width: 4, height: 4), label: "broken")
        }

        #expect(await display.poll() == .changed)
        #expect(display.geometry == hanging.geometry)
        #expect(await hanging.labels == ["idle", "reopen", "left", "broken"])
    }

    /// Somebody who waits on a thread of their own.
    private actor Waiter {
        nonisolated let thread = DeviceThread(label: "waiter")
        nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

        func wait(_ lane: PatientLane, _ body: @escaping @Sendable () -> Void) async {
            _ = await lane.call(.show) { () -> Result<Bool, DeviceError> in
                body()
                return .success(true)
            }
        }
    }

    @Test func `a call that is given up after its answer leaves nothing stuck`() async throws {
        let device = DeviceThread(label: "device")
        let lane = PatientLane(device, name: "/dev/fb7")
        let waiter = Waiter()
        let gate = DispatchSemaphore(value: 0)
        let (begun, tell) = AsyncStream.makeStream(of: Void.self)

        await withTaskGroup { group in
            group.addTask {
                await waiter.wait(lane) {
                    // The answer is given while whoever waits for it cannot hear it yet.
                    waiter.thread.run { gate.wait() }
                    tell.yield()
                }
            }
            for await _ in begun { break }
            await withCheckedContinuation { ended in device.run { ended.resume() } }
            group.cancelAll()
            gate.signal()
            await group.waitForAll()
        }

        #expect(!lane.isStuck)
    }

    @Test func `as it is opened is opened once, and kept for whoever asks again`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let opened = Mutex(0)
        let (begun, tell) = AsyncStream.makeStream(of: Void.self)
        let opening = DisplayOpening(name: "the display") { () throws(DeviceError) in
            opened.withLock { $0 += 1 }
            tell.yield()
            gate.wait()
            return Hanging(hangs: false)
        }

        let errors = await withTaskGroup(of: DeviceError?.self, returning: [DeviceError?].self) { group in
            for _ in 0..<3 {
                group.addTask {
                    do throws(DeviceError) {
                        _ = try await opening.open()
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            for await _ in begun { break }
            group.cancelAll()
            return await group.reduce(into: []) { $0.append($1) }
        }
        gate.signal()
        // It has ended before it is asked for again.
        await withCheckedContinuation { ended in opening.thread.run { ended.resume() } }
        gate.signal()
        let display = try await opening.open()

        #expect(
            errors == [DeviceError?](repeating: .timedOut("the display, which is stuck as it is opened,"), count: 3))
        #expect(opened.withLock { $0 } == 1)
        #expect(display?.geometry.width == 4)
    }

    @Test func `that cannot be opened says why, each time`() async throws {
        let opening = DisplayOpening(name: "the display") { () throws(DeviceError) in throw .absent("/dev/fb7") }

        for _ in 0..<2 {
            await #expect(throws: DeviceError.absent("/dev/fb7")) { _ = try await opening.open() }
        }
    }

    @Test func `that is none is not waited for`() async throws {
        let display = try await DisplayLocator().opening(.none).open()

        #expect(display == nil)
    }
}
