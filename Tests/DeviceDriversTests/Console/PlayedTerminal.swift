// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Glibc
import Synchronization

/// One opening of a played terminal.
final class PlayedTerminal: ConsoleTerminal {
    private let number: Int
    private let hangups: Int
    private let consoles: PlayedConsoles
    private let isOpen = Mutex(true)

    init(number: Int, hangups: Int, consoles: PlayedConsoles) {
        self.number = number
        self.hangups = hangups
        self.consoles = consoles
    }

    private var isDead: Bool { !isOpen.withLock { $0 } || consoles[number].hangups != hangups }

    private func change(_ body: (inout PlayedConsoles.Terminal) -> Int32) -> Int32 {
        isDead ? EIO : consoles.use(number, body)
    }

    func isInGraphics() -> Bool? { isDead ? nil : consoles[number].isInGraphics }

    func setGraphics(_ isOn: Bool) -> Int32 {
        change { terminal in
            terminal.isInGraphics = isOn
            return 0
        }
    }

    func switching() -> ConsoleSwitching? { isDead ? nil : consoles[number].switching }

    func setSwitching(_ switching: ConsoleSwitching) -> Int32 {
        change { terminal in
            terminal.switching = switching
            terminal.owner = ThreadNumber.current
            return 0
        }
    }

    func front() -> Int? { isDead ? nil : consoles.front }

    func bringToFront(_ number: Int) -> Int32 {
        change { _ in 0 } == 0
            ? {
                consoles.ask(for: number); return 0
            }() : EPERM
    }

    func letGo() -> Int32 { isDead ? EIO : consoles.letGo() }

    func acknowledge() -> Int32 { change { _ in 0 } }

    func claim() -> Int32 { isDead ? EIO : consoles.claim() }

    func lineFlags() -> UInt32? { isDead ? nil : consoles[number].lineFlags }

    func setLineFlags(_ flags: UInt32) -> Int32 {
        guard !isDead else { return EIO }
        consoles.change(number) { terminal in
            terminal.lineFlags = flags
            terminal.typed = ""
        }
        return 0
    }

    func write(_ text: String) {
        if !isDead { consoles.change(number) { $0.text += text } }
    }

    func close() {
        let wasOpen = isOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        if wasOpen { consoles.countClose() }
    }
}
