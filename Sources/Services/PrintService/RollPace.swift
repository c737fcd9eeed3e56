// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TillCore

/// What a journal printer's worker remembers between two jobs; losing it costs a wait or a line that is said twice.
final class RollPace: Sendable {
    private struct State {
        var isOpen = false
        var tries = 0
        var notBefore: Timestamp?
        var linesMax = RollPace.linesMost
        var saysRestart = true
        var isCatchingUp = false
        var tears = 0
        var alarm: Timestamp?
    }

    private let state = Mutex(State())

    /// The most lines of one job: as many are printed again at most when it breaks off.
    static let linesMost = 32

    /// Whether the roll was opened by this program.
    var isOpen: Bool { state.withLock(\.isOpen) }

    /// How many lines the next job has at most.
    var linesMax: Int { state.withLock(\.linesMax) }

    /// When the printer is tried again; nil is at once.
    func pause(now: Timestamp) -> Timestamp? { state.withLock { $0.notBefore.flatMap { $0 > now ? $0 : nil } } }

    /// When a round is needed that nobody has asked for yet; the end of a day is asked for once, and not by each sale.
    func alarm(_ next: Timestamp?, now: Timestamp) -> Timestamp? {
        state.withLock { state in
            guard let next, next > now else { return next }
            if next == state.alarm { return nil }
            state.alarm = next
            return next
        }
    }

    /// Takes note that the roll is open.
    func noteOpen() { state.withLock { $0.isOpen = true } }

    /// Takes note that a job came to nothing, and says when the next try is.
    func noteFailure(now: Timestamp) -> Timestamp {
        state.withLock { state in
            let until = now + PrintWorker.pause(tries: state.tries)
            state.tries += 1
            state.notBefore = until
            return until
        }
    }

    /// Takes note that a job broke off: the next one is shorter, so that a printer that tears long ones gets on.
    ///
    /// - Returns: whether the one before broke off as well.
    func noteTear() -> Bool {
        state.withLock { state in
            state.linesMax = max(state.linesMax / 2, 1)
            state.saysRestart = true
            state.tears += 1
            return state.tears > 1
        }
    }

    /// Takes note that a job is on paper.
    func noteSuccess() {
        state.withLock { state in
            state.tries = 0
            state.tears = 0
            state.notBefore = nil
            state.linesMax = min(state.linesMax * 2, Self.linesMost)
            state.saysRestart = false
        }
    }

    /// Takes note that nothing waits.
    func noteRest() { state.withLock { $0.isCatchingUp = false } }

    /// Whether the roll has to say that it broke off, if it did.
    var saysRestart: Bool { state.withLock(\.saysRestart) }

    /// Whether the roll has said that it is late.
    var isCatchingUp: Bool { state.withLock(\.isCatchingUp) }

    /// Takes note that the roll says that it is late.
    func noteCatchingUp() { state.withLock { $0.isCatchingUp = true } }
}
