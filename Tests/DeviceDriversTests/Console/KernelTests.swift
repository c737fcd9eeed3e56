// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Glibc
import Testing

@testable import DeviceDrivers

@Suite(.timeLimit(.minutes(1))) struct `Terminals of this machine` {
    @Test func `what is no virtual terminal says so, and is left as it is`() throws {
        let terminal = try Terminal()
        let before = try ForeignTool.run("stty", ["-F", terminal.path, "-g"])
        let console = OwnedConsole(.terminal(terminal.path), system: KernelConsoles(sysfs: "/nowhere"))

        let standing = console.take()
        console.giveBack()

        #expect(
            standing
                == .untouched(
                    .mismatch("\(terminal.path) is no virtual terminal: correct the display's console")))
        #expect(try ForeignTool.run("stty", ["-F", terminal.path, "-g"]) == before)
    }

    @Test func `a line takes its flags, and forgets what was typed`() throws {
        let pair = try Terminal()
        _ = try ForeignTool.run("stty", ["-F", pair.path, "sane"])
        let terminal = try KernelTerminal(path: pair.path)
        let flags = try #require(terminal.lineFlags())

        let answer = terminal.setLineFlags(flags & ~UInt32(ECHO | ICANON | ISIG))
        let quiet = String(decoding: try ForeignTool.run("stty", ["-F", pair.path, "-a"]), as: UTF8.self)
        let back = terminal.setLineFlags(flags)
        let sane = String(decoding: try ForeignTool.run("stty", ["-F", pair.path, "-a"]), as: UTF8.self)

        #expect(answer == 0 && back == 0)
        for flag in ["-echo ", "-icanon ", "-isig "] {
            #expect(quiet.contains(flag), "\(flag)")
            #expect(!sane.contains(flag), "\(flag)")
        }
    }

    @Test func `requests that it does not know are refused with a reason`() throws {
        let pair = try Terminal()
        let terminal = try KernelTerminal(path: pair.path)

        let answers = [
            terminal.setGraphics(true), terminal.setSwitching(.automatic), terminal.letGo(), terminal.acknowledge(),
            terminal.bringToFront(1),
        ]

        #expect(answers.allSatisfy { $0 == ENOTTY || $0 == EIO }, "\(answers)")
        #expect(terminal.isInGraphics() == nil)
        #expect(terminal.switching() == nil)
        #expect(terminal.front() == nil)
    }

    @Test func `one that is closed answers nothing`() throws {
        let pair = try Terminal()
        let terminal = try KernelTerminal(path: pair.path)

        terminal.close()
        terminal.close()

        #expect(terminal.lineFlags() == nil)
        #expect(terminal.setLineFlags(0) == EBADF)
    }

    @Test func `one that is not there is told`() {
        #expect(throws: DeviceError.absent("/dev/nowhere")) { try KernelTerminal(path: "/dev/nowhere") }
    }

    @Test(arguments: [
        ([("vtcon0", "(S) dummy device", 0), ("vtcon1", "(M) frame buffer device", 1)], true),
        ([("vtcon0", "(S) dummy device", 1), ("vtcon1", "(M) frame buffer device", 0)], false),
        ([("vtcon0", "(S) VGA+", 1)], false), ([], false),
    ])
    func `text is drawn on framebuffers by one that is bound to them`(
        _ consoles: [(String, String, Int)], _ draws: Bool
    ) throws {
        let folder = try TemporaryFolder()
        for (name, what, bind) in consoles {
            let path = folder.url.appending(path: name)
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
            try Data("\(what)\n".utf8).write(to: path.appending(path: "name"))
            try Data("\(bind)\n".utf8).write(to: path.appending(path: "bind"))
        }

        #expect(KernelConsoles(sysfs: folder.path).drawsText() == draws)
    }

    @Test(arguments: [
        ("auto", ConsoleSetting.automatic), ("none", .none), ("/dev/tty1", .terminal("/dev/tty1")),
        ("/dev/tty63", .terminal("/dev/tty63")),
    ])
    func `settings are read`(text: String, setting: ConsoleSetting) throws {
        #expect(try ConsoleSetting(text) == setting)
    }

    @Test(arguments: [
        "", "tty1", "/dev/tty", "/dev/tty0", "/dev/tty64", "/dev/tty01", "/dev/ttyS0", "/dev/ttyUSB0", "/dev/tty1 ",
        "/dev/tty-1", "/dev/tty٣", "/dev/pts/0", "/dev/tty99999999999999999999",
    ])
    func `other settings are refused`(text: String) {
        #expect(throws: DeviceError.self) { try ConsoleSetting(text) }
    }

    @Test func `both signals are heard, and after the end none does harm`() async throws {
        let signals = KernelSignals()
        let (heard, tell) = AsyncStream.makeStream(of: Int32.self)
        var iterator = heard.makeAsyncIterator()
        signals.begin(release: { tell.yield(SIGUSR1) }, acquire: { tell.yield(SIGUSR2) })

        kill(getpid(), SIGUSR1)
        let first = await iterator.next()
        kill(getpid(), SIGUSR2)
        let second = await iterator.next()
        signals.begin(release: { tell.yield(-SIGUSR1) }, acquire: { tell.yield(-SIGUSR2) })
        kill(getpid(), SIGUSR1)
        let third = await iterator.next()
        signals.end()
        kill(getpid(), SIGUSR1)
        kill(getpid(), SIGUSR2)

        #expect([first, second, third] == [SIGUSR1, SIGUSR2, -SIGUSR1])
        #expect(signals.switching == .byOwner(release: SIGUSR1, acquire: SIGUSR2))
    }

    @Test func `a thread that is kept answers from one place`() {
        let thread = KeptThread()

        let first = thread.run { ThreadNumber.current }
        let second = thread.run { ThreadNumber.current }

        #expect(first == second)
        #expect(first != ThreadNumber.current)
        #expect(ThreadNumber.isAlive(first))
    }
}
