// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Opens a display on a thread of its own, so that a driver that hangs holds up only whoever wants to wait.
package final class DisplayOpening: Sendable {
    private typealias Outcome = Result<(any DisplayDriver)?, DeviceError>

    private struct State: Sendable {
        var isRunning = false
        var waiting: [PatientAnswer<(any DisplayDriver)?>] = []
        /// A display that was opened after nobody waited for it any more.
        var kept: Result<(any DisplayDriver)?, DeviceError>?
    }

    /// The thread that opening blocks.
    let thread: DeviceThread
    private let name: String
    private let work: @Sendable () throws(DeviceError) -> (any DisplayDriver)?
    private let state = Mutex(State())

    /// Names a display, and says how it is opened.
    package init(
        name: String, _ open: @escaping @Sendable () throws(DeviceError) -> (any DisplayDriver)?
    ) {
        self.name = name
        work = open
        thread = DeviceThread(label: "opening")
    }

    /// Opens the display, or goes on waiting for an opening that was not waited for to its end.
    ///
    /// - Returns: nil if there is none to open.
    /// - Throws: ``DeviceError/timedOut(_:)`` if the caller was cancelled first, and what opening may.
    package func open() async throws(DeviceError) -> (any DisplayDriver)? {
        let answer = PatientAnswer<(any DisplayDriver)?>()
        let late = Outcome.failure(.timedOut("\(name), which is stuck as it is opened,"))
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answer.begin(continuation)
                submit(answer)
            }
        } onCancel: {
            answer.end(with: late)
        }
        return try outcome.get()
    }

    private func submit(_ answer: PatientAnswer<(any DisplayDriver)?>) {
        let (kept, mustStart): (Outcome?, Bool) = state.withLock { state in
            if let kept = state.kept {
                state.kept = nil
                return (kept, false)
            }
            state.waiting.append(answer)
            defer { state.isRunning = true }
            return (nil, !state.isRunning)
        }
        if let kept { return hand(kept, to: [answer]) }
        if mustStart { thread.run { self.run() } }
    }

    private func run() {
        let outcome: Outcome
        do throws(DeviceError) {
            let display = try work()
            outcome = .success((display as? any BlockingDisplay)?.patient ?? display)
        } catch {
            outcome = .failure(error)
        }
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isRunning = false
            return state.waiting
        }
        hand(outcome, to: waiting)
    }

    /// Gives a display to the first who still waits, and keeps it if nobody does; a failure is told to all.
    private func hand(_ outcome: Outcome, to waiting: [PatientAnswer<(any DisplayDriver)?>]) {
        var isTaken = false
        for answer in waiting where answer.end(with: outcome) { isTaken = true }
        guard !isTaken, case .success = outcome else { return }
        state.withLock { $0.kept = outcome }
    }
}
