// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// What callers leave for the loop's thread, and how they wake it.
final class TransportInbox: Sendable {
    private struct State {
        var waker: TransportWaker?
        var lastID: UInt64 = 0
        var open: Set<UInt64> = []
        var jobs: [TransportJob] = []
        var ended: [UInt64] = []
        var endedEarly: Set<UInt64> = []
        var isStopping = false
    }

    /// What the thread takes out at a time.
    struct Post {
        /// Requests to start.
        let jobs: [TransportJob]
        /// Numbers of jobs to end.
        let ended: [UInt64]
        /// Whether the thread is to end.
        let isStopping: Bool
    }

    private let state = Mutex(State())

    /// Names what a post wakes; nil once it is gone.
    func attach(_ waker: TransportWaker?) {
        state.withLock { $0.waker = waker }
    }

    /// Gives a number for a new job.
    func reserve() -> UInt64 {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    /// Hands a job over, or answers it at once when it is too late for it.
    func submit(_ job: TransportJob) {
        let refusal: TransportError? = state.withLock { state in
            if state.isStopping { return .stopped }
            if state.endedEarly.remove(job.id) != nil { return .notSent(Self.cancelled) }
            state.open.insert(job.id)
            state.jobs.append(job)
            state.waker?.wake()
            return nil
        }
        if let refusal { job.reply.resume(returning: .failure(refusal)) }
    }

    /// Asks for the end of a job, which may not have been handed over yet.
    func end(_ id: UInt64) {
        state.withLock { state in
            if state.open.contains(id) {
                state.ended.append(id)
                state.waker?.wake()
            } else {
                state.endedEarly.insert(id)
            }
        }
    }

    /// Forgets a job whose caller has its result.
    func forget(_ id: UInt64) {
        state.withLock { state in
            state.open.remove(id)
            state.endedEarly.remove(id)
        }
    }

    /// Takes no more jobs and asks the thread to end.
    func stop() {
        state.withLock { state in
            state.isStopping = true
            state.waker?.wake()
        }
    }

    /// Takes out what has come in.
    func collect() -> Post {
        state.withLock { state in
            let post = Post(jobs: state.jobs, ended: state.ended, isStopping: state.isStopping)
            state.jobs = []
            state.ended = []
            return post
        }
    }

    /// The reason that a cancelled caller is given.
    static let cancelled = "the caller was cancelled"
}
