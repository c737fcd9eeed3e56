// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A virtual terminal that is ours while pictures are shown, so that the kernel draws no text into them.
///
/// It is taken in graphics mode, and handed over by ourselves: whoever wants another terminal gets it,
/// also when this process has died without a word. The keyboard stays as it is.
/// Source: ioctl_console(2); Linux `drivers/tty/vt/vt_ioctl.c`.
package final class OwnedConsole: Sendable {
    /// What happened to the glass.
    package enum Event: Hashable, Sendable {
        /// It shows another terminal, or is about to.
        case left
        /// It is ours again, with whatever others left on it.
        case came
    }

    /// What a service manager has to do, so that the terminal may be had.
    package static let remedy = "give it to the service, by TTYPath= and StandardInput=tty-force in its unit"

    struct Holding {
        let terminal: any ConsoleTerminal
        let path: String
        let number: Int
        let lineFlags: UInt32?
        let thread: KeptThread
    }

    struct State {
        var holding: Holding?
        var refusal: DeviceError?
        var isInFront = true
        /// How many draw, or keep others from drawing, at this moment.
        var holds = 0
        /// Somebody asked for the screen and has no answer yet.
        var isAsked = false
        /// The answer was owed already when it was last looked.
        var isLate = false
        var wasBroughtToFront = false
        var users = 0
        var looks = 0
        var listeners: [AsyncStream<Event>.Continuation] = []
    }

    let setting: ConsoleSetting
    /// Whether it is brought to the screen, once, when another terminal is there.
    package let takesFront: Bool
    let system: any ConsoleSystem
    let signals: any ConsoleSignals
    let state = Mutex(State())

    /// After how many looks a terminal that was not to be had is tried again.
    static let looksBetweenTries = 10

    /// Names a terminal; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - takesFront: whether to bring it to the screen, once, when another one is there.
    ///   - system: where terminals come from.
    ///   - signals: how the kernel speaks to us.
    package init(
        _ setting: ConsoleSetting, takesFront: Bool = false, system: any ConsoleSystem = KernelConsoles(),
        signals: any ConsoleSignals = KernelSignals()
    ) {
        self.setting = setting
        self.takesFront = takesFront
        self.system = system
        self.signals = signals
    }

    /// Takes the terminal for one more display, and says whose the glass is now.
    @discardableResult package func take() -> ConsoleStanding {
        state.withLock { state in
            state.users += 1
            if state.users == 1 { obtain(&state) }
            return standing(state)
        }
    }

    /// Gives the terminal back as it was meant to be, when no display needs it any more: in text mode,
    /// switched by the kernel, and without what was typed meanwhile.
    package func giveBack() {
        state.withLock { state in
            guard state.users > 0 else { return }
            state.users -= 1
            guard state.users == 0 else { return }
            if let holding = state.holding {
                if state.isAsked { _ = holding.terminal.letGo() }
                restore(holding)
            }
            state.holding = nil
            state.refusal = nil
            state.isInFront = true
            state.isAsked = false
        }
    }

    /// Whose the glass is.
    package var standing: ConsoleStanding { state.withLock { standing($0) } }

    /// Begins to draw, or says that nothing may be drawn; what has begun is ended by ``unhold()``.
    package func hold() -> Bool {
        state.withLock { state in
            guard state.holding == nil || state.isInFront else { return false }
            state.holds += 1
            return true
        }
    }

    /// Ends what ``hold()`` began; whoever waited for the screen gets it.
    package func unhold() {
        state.withLock { state in
            state.holds -= 1
            if state.holds == 0, state.isAsked { answer(&state) }
        }
    }

    /// What happens to the glass from now on, for one listener.
    package func events() -> AsyncStream<Event> {
        let (stream, continuation) = AsyncStream.makeStream(of: Event.self, bufferingPolicy: .bufferingNewest(8))
        state.withLock { $0.listeners.append(continuation) }
        return stream
    }

    /// Writes text that is seen as soon as the terminal is in text mode again.
    package func leaveText(_ text: String) {
        state.withLock { $0.holding?.terminal.write(text) }
    }

    /// Looks after the terminal; to be called about once a second.
    ///
    /// One that was hung up or changed by others is taken again, and one that could not be had is tried
    /// from time to time. A screen that somebody waits for since the last look is let go, whoever draws.
    package func look() {
        state.withLock { state in
            guard state.users > 0, setting != .none else { return }
            guard let holding = state.holding else { return tryAgain(&state) }
            guard let isInGraphics = holding.terminal.isInGraphics() else { return lose(&state) }
            if state.isAsked {
                if state.isLate { answer(&state) }
                state.isLate = true
                return
            }
            let isInFront = holding.terminal.front().map { $0 == holding.number } ?? state.isInFront
            let isOurs = isInGraphics && holding.terminal.switching() == signals.switching
            if isInFront, !isOurs { _ = own(holding.terminal, by: holding.thread) }
            if isInFront != state.isInFront || (isInFront && !isOurs) {
                state.isInFront = isInFront
                tell(isInFront ? .came : .left, state)
            }
        }
    }
}
