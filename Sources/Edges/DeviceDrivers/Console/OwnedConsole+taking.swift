// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

extension OwnedConsole {
    /// Takes the terminal, or notes why it is not to be had.
    func obtain(_ state: inout State) {
        guard let path = setting.path(given: system.given()) else { return }
        do throws(DeviceError) {
            let holding = try open(path)
            state.holding = holding
            state.refusal = nil
            state.isInFront = holding.terminal.front().map { $0 == holding.number } ?? true
            if !state.isInFront, takesFront, !state.wasBroughtToFront {
                // Nobody waits for it: whoever is in front may refuse for ever. The signal tells.
                _ = holding.terminal.bringToFront(holding.number)
                state.wasBroughtToFront = true
            }
        } catch {
            state.refusal = error
            state.isInFront = true
        }
        state.isAsked = false
        state.isLate = false
    }

    private func open(_ path: String) throws(DeviceError) -> Holding {
        let terminal = try system.open(path)
        guard let number = ConsoleSetting.number(of: path), terminal.isInGraphics() != nil else {
            terminal.close()
            throw .mismatch("\(path) is no virtual terminal: correct the display's console")
        }
        let lineFlags = terminal.lineFlags()
        let thread = KeptThread()
        // Before the kernel may send one: a signal that nobody expects ends the process.
        signals.begin(release: { [weak self] in self?.released() }, acquire: { [weak self] in self?.acquired() })
        var answer = own(terminal, by: thread)
        // After a hang-up it is nobody's, and a service is alone in its session.
        if answer == EPERM, terminal.claim() == 0 { answer = own(terminal, by: thread) }
        guard answer == 0 else {
            signals.end()
            terminal.close()
            if answer == EPERM { throw .denied(path: path, remedy: Self.remedy) }
            throw .writeFailed(what: "taking \(path)", errno: answer)
        }
        if let lineFlags {
            // What a scanner types must neither be shown nor interrupt us.
            _ = terminal.setLineFlags(lineFlags & ~UInt32(ECHO | ICANON | ISIG))
        }
        return Holding(terminal: terminal, path: path, number: number, lineFlags: lineFlags, thread: thread)
    }

    /// Makes a terminal ours; 0, or the `errno` of what was refused.
    func own(_ terminal: any ConsoleTerminal, by thread: KeptThread) -> Int32 {
        let switching = signals.switching
        let answer = thread.run { terminal.setSwitching(switching) }
        guard answer == 0 else { return answer }
        let drawn = terminal.setGraphics(true)
        // With the kernel's own switching and our graphics, nobody could leave the terminal.
        if drawn != 0 { _ = terminal.setSwitching(.automatic) }
        return drawn
    }

    /// Gives a terminal back. What was there before us is not asked: a terminal that a process before
    /// us left in graphics mode shall not be left so again.
    func restore(_ holding: Holding) {
        _ = holding.terminal.setGraphics(false)
        _ = holding.terminal.setSwitching(.automatic)
        if let flags = holding.lineFlags {
            _ = holding.terminal.setLineFlags(flags | UInt32(ECHO | ICANON | ISIG))
        }
        holding.terminal.close()
        signals.end()
    }

    /// Tries from time to time to get what could not be had.
    func tryAgain(_ state: inout State) {
        state.looks += 1
        guard state.looks >= Self.looksBetweenTries else { return }
        state.looks = 0
        obtain(&state)
        if state.holding != nil, state.isInFront { tell(.came, state) }
    }

    /// Lets go of a terminal that was hung up, and takes it anew if that is possible.
    func lose(_ state: inout State) {
        signals.end()
        state.holding?.terminal.close()
        state.holding = nil
        state.looks = 0
        obtain(&state)
        if state.isInFront { tell(.came, state) }
    }

    /// Somebody wants the screen.
    func released() {
        state.withLock { state in
            guard state.holding != nil else { return }
            state.isInFront = false
            state.isAsked = true
            state.isLate = false
            tell(.left, state)
            if state.holds == 0 { answer(&state) }
        }
    }

    /// The screen is ours again.
    func acquired() {
        state.withLock { state in
            guard let holding = state.holding else { return }
            _ = holding.terminal.acknowledge()
            _ = holding.terminal.setGraphics(true)
            state.isAsked = false
            state.isInFront = holding.terminal.front().map { $0 == holding.number } ?? true
            if state.isInFront { tell(.came, state) }
        }
    }

    /// Lets whoever asked have the screen.
    func answer(_ state: inout State) {
        guard let holding = state.holding else { return }
        state.isAsked = false
        state.isLate = false
        guard holding.terminal.letGo() != 0 else { return }
        // Nobody had asked: anybody may send the signal.
        state.isInFront = holding.terminal.front().map { $0 == holding.number } ?? true
        if state.isInFront { tell(.came, state) }
    }

    func standing(_ state: State) -> ConsoleStanding {
        if let holding = state.holding {
            return state.isInFront ? .ours : .covered(holding.path, by: holding.terminal.front())
        }
        guard let refusal = state.refusal else { return .leftAlone }
        return system.drawsText() ? .contested(refusal) : .untouched(refusal)
    }

    func tell(_ event: Event, _ state: State) {
        for listener in state.listeners { listener.yield(event) }
    }
}
