// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Makes the calls of one device on its thread, in order, and lets those who wait for them go.
///
/// A call that nobody waits for any more cannot be taken back. What waits behind it is kept to one call of
/// each kind, the newest, so that a device that hangs for a night has no queue in the morning.
final class PatientLane: Sendable {
    /// Kinds of calls, of which a newer one makes an older one needless.
    enum Kind: Hashable, Sendable {
        case show
        case poll
        case reopen
        case distrust
        case appearance
        case compare
        case readBack
        case giveWay
        case takeBack
        case close
    }

    private struct Job: Sendable {
        let number: Int
        let kind: Kind
        let work: @Sendable () -> Void
        let drop: @Sendable () -> Void
    }

    private struct State: Sendable {
        var number = 0
        var waiting: [Job] = []
        var isBusy = false
        /// Calls that have not returned.
        var open: Set<Int> = []
        /// Those of them that nobody waits for.
        var abandoned: Set<Int> = []

        mutating func forget(_ number: Int) {
            open.remove(number)
            abandoned.remove(number)
        }
    }

    private let thread: DeviceThread
    private let name: String
    private let state = Mutex(State())

    init(_ thread: DeviceThread, name: String) {
        self.thread = thread
        self.name = name
    }

    /// Tells whether a call was given up that has not returned.
    var isStuck: Bool { state.withLock { !$0.abandoned.isEmpty } }

    /// Makes a call, and waits until it has returned, the task is cancelled, or a newer one takes its place.
    func call<Answer: Sendable>(
        _ kind: Kind, _ body: @escaping @Sendable () -> Result<Answer, DeviceError>
    ) async -> Result<Answer, DeviceError> {
        let answer = PatientAnswer<Answer>()
        let late = Result<Answer, DeviceError>.failure(.timedOut("\(name), which is stuck,"))
        let number = state.withLock { state in
            state.number += 1
            state.open.insert(state.number)
            return state.number
        }
        let job = Job(
            number: number, kind: kind, work: { answer.end(with: body()) }, drop: { answer.end(with: late) })
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answer.begin(continuation)
                submit(job)
            }
        } onCancel: {
            abandon(number)
            answer.end(with: late)
        }
    }

    private func submit(_ job: Job) {
        let (needless, mustStart) = state.withLock { state in
            let needless = state.waiting.filter { $0.kind == job.kind }
            state.waiting.removeAll { $0.kind == job.kind }
            for old in needless { state.forget(old.number) }
            state.waiting.append(job)
            defer { state.isBusy = true }
            return (needless, !state.isBusy)
        }
        for old in needless { old.drop() }
        if mustStart { thread.run { self.drain() } }
    }

    private func drain() {
        while let job = next() {
            job.work()
            state.withLock { $0.forget(job.number) }
        }
    }

    private func next() -> Job? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isBusy = false
                return nil
            }
            return state.waiting.removeFirst()
        }
    }

    private func abandon(_ number: Int) {
        state.withLock { state in
            // It may have returned while its task was cancelled.
            if state.open.contains(number) { state.abandoned.insert(number) }
        }
    }
}
