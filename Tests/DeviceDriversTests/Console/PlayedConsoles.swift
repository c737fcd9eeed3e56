// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Glibc
import Synchronization

/// Virtual terminals as the kernel has them: who may do what, and who gets the screen.
///
/// Written by the letter of the kernel's `drivers/tty/vt/vt_ioctl.c` (`vt_ioctl`, `change_console`,
/// `complete_change_console`): an owner is a thread, and one that has ended is found out at the next switch.
final class PlayedConsoles: ConsoleSystem {
    struct Terminal {
        var isInGraphics = false
        var switching = ConsoleSwitching.automatic
        var owner: pid_t?
        var lineFlags = UInt32(ECHO | ICANON | ISIG)
        var typed = ""
        var text = ""
        /// How often it was hung up; what was opened before is dead.
        var hangups = 0
    }

    private struct State {
        var terminals: [Int: Terminal] = [:]
        var front = 1
        var wanted: Int?
        var isSwitchLocked = false
        var mayChange = true
        var isClaimable = false
        var isThere = true
        var drawsText = true
        var given: String?
        var opened = 0
        var closed = 0
        var raised: [Int32] = []
    }

    private let state = Mutex(State())
    let signals = PlayedSignals()

    func given() -> String? { state.withLock { $0.given } }
    func drawsText() -> Bool { state.withLock { $0.drawsText } }

    func open(_ path: String) throws(DeviceError) -> any ConsoleTerminal {
        let number = ConsoleSetting.number(of: path)
        guard state.withLock({ $0.isThere }), let number else { throw .absent(path) }
        let hangups = state.withLock { state in
            state.opened += 1
            return state.terminals[number, default: Terminal()].hangups
        }
        return PlayedTerminal(number: number, hangups: hangups, consoles: self)
    }

    // What a test does to them.

    var front: Int { state.withLock { $0.front } }
    var open: Int { state.withLock { $0.opened - $0.closed } }
    subscript(_ number: Int) -> Terminal { state.withLock { $0.terminals[number, default: Terminal()] } }

    func set(
        given: String? = nil, mayChange: Bool = true, isClaimable: Bool = false, isThere: Bool = true,
        drawsText: Bool = true
    ) {
        state.withLock {
            $0.given = given
            $0.mayChange = mayChange
            $0.isClaimable = isClaimable
            $0.isThere = isThere
            $0.drawsText = drawsText
        }
    }

    func change(_ number: Int, _ body: (inout Terminal) -> Void) {
        state.withLock { body(&$0.terminals[number, default: Terminal()]) }
    }

    /// Keys that ask for a terminal, such as Ctrl-Alt-F2.
    func press(_ number: Int) {
        ask(for: number)
        settle()
    }

    /// Lets the kernel's signals come through.
    func settle() {
        while let number = state.withLock({ $0.raised.isEmpty ? nil : $0.raised.removeFirst() }) {
            signals.send(number)
        }
    }

    // What the kernel does.

    func ask(for number: Int) {
        state.withLock { state in
            guard number != state.front else { return }
            var terminal = state.terminals[state.front, default: Terminal()]
            if case .byOwner(let release, _) = terminal.switching {
                if let owner = terminal.owner, ThreadNumber.isAlive(owner) {
                    state.wanted = number
                    state.raised.append(release)
                    return
                }
                terminal.switching = .automatic
                terminal.isInGraphics = false
                state.terminals[state.front] = terminal
            }
            // Graphics that nobody hands over.
            guard !terminal.isInGraphics else { return }
            Self.complete(number, &state)
        }
    }

    func letGo() -> Int32 {
        state.withLock { state in
            guard state.mayChange else { return EPERM }
            guard let wanted = state.wanted else { return EINVAL }
            Self.complete(wanted, &state)
            return 0
        }
    }

    func use(_ number: Int, _ body: (inout Terminal) -> Int32) -> Int32 {
        state.withLock { state in
            guard state.mayChange else { return EPERM }
            return body(&state.terminals[number, default: Terminal()])
        }
    }

    func claim() -> Int32 {
        state.withLock { state in
            guard state.isClaimable else { return EPERM }
            state.mayChange = true
            return 0
        }
    }

    func countClose() { state.withLock { $0.closed += 1 } }

    private static func complete(_ number: Int, _ state: inout State) {
        state.front = number
        state.wanted = nil
        if case .byOwner(_, let acquire) = state.terminals[number, default: Terminal()].switching {
            state.raised.append(acquire)
        }
    }
}
