// SPDX-License-Identifier: Apache-2.0

import Dispatch

/// Runs the jobs of one device's actor on a queue of its own.
///
/// A write to a printer without paper can block for minutes; on the shared pool, which has one
/// thread a core, two such printers would stop every sale. An actor uses it by returning
/// `asUnownedSerialExecutor()` as its `unownedExecutor`.
package final class DeviceThread: SerialExecutor {
    private let queue: DispatchQueue

    /// Makes a queue that is named after the device it serves, for debuggers and crash reports.
    ///
    /// - Parameter label: a short name such as `fb0` or `lp0`.
    package init(label: String = "device") {
        self.queue = DispatchQueue(label: "tilld.device.\(label)")
    }

    /// Runs one job of the actor after the jobs that came before it.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// Tells a caller that is no task whether it runs here, so that it may act for the actor.
    package func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }

    /// Runs work that is no job of the actor, after what came before it.
    func run(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }
}
