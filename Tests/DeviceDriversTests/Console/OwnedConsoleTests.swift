// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import DeviceDrivers

@Suite(.timeLimit(.minutes(1))) struct `Owning a console` {
    private let consoles = PlayedConsoles()

    private func console(_ setting: ConsoleSetting = .automatic, takesFront: Bool = false) -> OwnedConsole {
        OwnedConsole(setting, takesFront: takesFront, system: consoles, signals: consoles.signals)
    }

    @Test func `takes it in graphics, handed over by us, and gives it back as it is meant to be`() {
        let console = console()

        let standing = console.take()
        let taken = consoles[1]
        consoles.change(1) { $0.typed = "6901234567892" }
        console.giveBack()
        let given = consoles[1]

        #expect(standing == .ours)
        #expect(taken.isInGraphics)
        #expect(taken.switching == consoles.signals.switching)
        #expect(taken.lineFlags & UInt32(ECHO | ICANON | ISIG) == 0)
        #expect(!given.isInGraphics)
        #expect(given.switching == .automatic)
        #expect(given.lineFlags == UInt32(ECHO | ICANON | ISIG))
        #expect(given.typed == "")
        #expect(consoles.open == 0)
        #expect(!consoles.signals.isHeard)
    }

    @Test func `is the terminal that we were started on, or the one of the setting`() {
        consoles.set(given: "/dev/tty7")

        let automatic = console()
        let named = console(.terminal("/dev/tty3"))
        automatic.take()
        named.take()

        #expect((1...8).filter { consoles[$0].isInGraphics } == [3, 7])
    }

    @Test func `leaves all of them alone where none is wanted`() {
        let console = console(.none)

        let standing = console.take()
        console.look()

        #expect(standing == .leftAlone)
        #expect(standing.mayDraw)
        #expect(consoles.open == 0)
    }

    @Test func `lets whoever asks have the screen, and has it again`() async {
        let console = console()
        var events = console.events().makeAsyncIterator()
        console.take()

        consoles.press(2)
        let away = console.standing
        let mayDraw = console.hold()
        consoles.change(1) { $0.isInGraphics = false }
        consoles.press(1)
        let seen = [await events.next(), await events.next()]

        #expect(away == .covered("/dev/tty1", by: 2))
        #expect(!away.mayDraw && !mayDraw)
        #expect(seen == [.left, .came])
        #expect(console.standing == .ours)
        #expect(consoles[1].isInGraphics)
        #expect(consoles.signals.deaths == 0)
    }

    @Test func `keeps the screen until a picture is complete, and no longer`() {
        let console = console()
        console.take()

        let began = console.hold()
        consoles.press(2)
        let during = consoles.front
        console.unhold()
        let after = consoles.front

        #expect(began)
        #expect(during == 1)
        #expect(after == 2)
    }

    @Test func `lets the screen go at the second look, however long a display takes`() {
        let console = console()
        console.take()
        _ = console.hold()
        consoles.press(2)

        console.look()
        let first = consoles.front
        console.look()
        let second = consoles.front
        console.unhold()

        #expect(first == 1)
        #expect(second == 2)
        #expect(console.standing == .covered("/dev/tty1", by: 2))
    }

    @Test func `a signal that the kernel did not send takes the screen from nobody`() async {
        let console = console()
        var events = console.events().makeAsyncIterator()
        console.take()

        consoles.signals.send(SIGUSR1)
        let seen = [await events.next(), await events.next()]

        #expect(console.standing == .ours)
        #expect(seen == [.left, .came])
        #expect(consoles.front == 1)
    }

    @Test(arguments: [ConsoleSwitching.automatic, .byOwner(release: SIGUSR1, acquire: SIGUSR2)])
    func `a terminal that a dead process left in graphics is left so no more`(switching: ConsoleSwitching) {
        consoles.change(1) { $0.isInGraphics = true }
        consoles.change(1) { $0.switching = switching }
        consoles.change(1) { $0.lineFlags = 0 }
        let console = console()

        let standing = console.take()
        console.giveBack()

        #expect(standing == .ours)
        #expect(!consoles[1].isInGraphics)
        #expect(consoles[1].switching == .automatic)
        #expect(consoles[1].lineFlags == UInt32(ECHO | ICANON | ISIG))
    }

    @Test func `after a kill the next switch works, and heals the terminal`() {
        let console = console()
        console.take()

        // What a kill leaves: everything as it is, and no thread of ours.
        consoles.change(1) { $0.owner = .max }
        consoles.press(2)

        #expect(consoles.front == 2)
        #expect(!consoles[1].isInGraphics)
        #expect(consoles[1].switching == .automatic)
    }

    @Test func `its owner is a thread that stays, whatever becomes of those who asked`() async throws {
        let console = console()
        await withCheckedContinuation { continuation in
            // A thread of a queue ends some time after its work; this one ends at once.
            Self.thread {
                console.take()
                continuation.resume()
            }
        }

        let owner = try #require(consoles[1].owner)
        consoles.press(2)

        #expect(ThreadNumber.isAlive(owner))
        #expect(consoles[1].isInGraphics, "the kernel took the owner for dead")
        #expect(console.standing == .covered("/dev/tty1", by: 2))
    }

    @Test func `is tried without the right to it, and then left`() {
        consoles.set(mayChange: false)
        let console = console()

        let standing = console.take()

        #expect(standing == .contested(.denied(path: "/dev/tty1", remedy: OwnedConsole.remedy)))
        #expect(standing.mayDraw)
        #expect(standing.remark?.contains("TTYPath=") == true)
        #expect(consoles.open == 0)
        #expect(!consoles.signals.isHeard)
    }

    @Test func `is claimed for our session where it is nobody's`() {
        consoles.set(mayChange: false, isClaimable: true)
        let console = console()

        let standing = console.take()

        #expect(standing == .ours)
        #expect(consoles[1].isInGraphics)
    }

    @Test func `without a terminal nothing is said where the kernel draws no text`() {
        consoles.set(isThere: false, drawsText: false)
        let console = console()

        let standing = console.take()

        #expect(standing == .untouched(.absent("/dev/tty1")))
        #expect(standing.remark == nil)
    }

    @Test func `one that could not be had is tried again at every tenth look`() async {
        consoles.set(isThere: false)
        let console = console()
        var events = console.events().makeAsyncIterator()
        console.take()
        consoles.set()

        for _ in 0..<9 { console.look() }
        let early = console.standing
        console.look()
        let seen = await events.next()

        #expect(early == .contested(.absent("/dev/tty1")))
        #expect(console.standing == .ours)
        #expect(seen == .came)
    }

    @Test func `one that was hung up is taken again at the next look`() async {
        let console = console()
        var events = console.events().makeAsyncIterator()
        console.take()

        consoles.change(1) { terminal in
            terminal = PlayedConsoles.Terminal(hangups: 1)
        }
        console.look()
        let seen = await events.next()

        #expect(console.standing == .ours)
        #expect(consoles[1].isInGraphics)
        #expect(seen == .came)
        #expect(consoles.open == 1)
    }

    @Test func `one that others put in text mode is ours again at the next look`() async {
        let console = console()
        var events = console.events().makeAsyncIterator()
        console.take()

        consoles.change(1) { terminal in
            terminal.isInGraphics = false
            terminal.switching = .automatic
        }
        console.look()
        let seen = await events.next()

        #expect(consoles[1].isInGraphics)
        #expect(consoles[1].switching == consoles.signals.switching)
        #expect(seen == .came)
    }

    @Test func `waits for its turn behind another, or asks for it once`() {
        consoles.press(2)
        let waiting = console()
        let asking = console(.terminal("/dev/tty3"), takesFront: true)

        let behind = waiting.take()
        asking.take()
        consoles.settle()
        let brought = asking.standing
        consoles.press(2)
        asking.giveBack()
        asking.take()
        consoles.settle()

        #expect(behind == .covered("/dev/tty1", by: 2))
        #expect(brought == .ours)
        #expect(consoles.front == 2)
    }

    @Test func `is given back when the last display needs it no more`() {
        let console = console()
        console.take()
        console.take()

        console.giveBack()
        let one = consoles[1].isInGraphics
        console.giveBack()
        console.giveBack()

        #expect(one)
        #expect(!consoles[1].isInGraphics)
    }

    @Test func `is let go first when it is given back while somebody waits`() {
        let console = console()
        console.take()
        _ = console.hold()
        consoles.press(2)

        console.giveBack()

        #expect(consoles.front == 2)
        #expect(!consoles[1].isInGraphics)
    }

    @Test func `text is left for when the kernel draws again`() {
        let console = console()
        console.take()

        console.leaveText("closed")

        #expect(consoles[1].text == "closed")
    }

    /// Runs something on a thread that ends with it, and is gone when this returns.
    private static func thread(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Work(work))
        pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().work()
                return nil
            }, box.toOpaque())
        pthread_join(thread, nil)
    }

    private final class Work {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
