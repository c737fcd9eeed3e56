// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Synchronization

/// A thread that lives as long as this value.
///
/// The kernel takes the thread that asks for a terminal's switches, not its process, as the owner, and
/// believes it dead when that thread has ended; threads of queues come and go.
/// Source: Linux, `drivers/tty/vt/vt_ioctl.c`, `VT_SETMODE`: `task_pid(current)`.
final class KeptThread: Sendable {
    private final class Desk: Sendable {
        struct Work {
            var job: (@Sendable () -> Int32)?
            var answer: Int32 = 0
            var isOver = false
        }

        let work = Mutex(Work())
        let coming = DispatchSemaphore(value: 0)
        let done = DispatchSemaphore(value: 0)
    }

    private let desk = Desk()
    private let turn = Mutex(())

    /// Starts the thread.
    init() {
        let desk = desk
        Thread.detachNewThread {
            while true {
                desk.coming.wait()
                let (job, isOver) = desk.work.withLock { ($0.job, $0.isOver) }
                guard !isOver else { return }
                let answer = job?() ?? 0
                desk.work.withLock {
                    $0.job = nil
                    $0.answer = answer
                }
                desk.done.signal()
            }
        }
    }

    deinit {
        desk.work.withLock { $0.isOver = true }
        desk.coming.signal()
    }

    /// Does something on the thread, and returns its answer.
    func run(_ job: @escaping @Sendable () -> Int32) -> Int32 {
        turn.withLock { _ in
            desk.work.withLock { $0.job = job }
            desk.coming.signal()
            desk.done.wait()
            return desk.work.withLock { $0.answer }
        }
    }
}
