// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Synchronization

/// A printer that ends each job as a test says, and keeps what it was given.
final class StubPrinter: PrinterDriver {
    private struct State {
        var ends: [Result<PrintResult, PrintFailure>] = []
        var slips: [String] = []
        var beforeFirstByte: (@Sendable () async throws -> Void)?
        var fault: (any Error)?
    }

    let name = "stub"
    private let state = Mutex(State())

    /// Sets how the next jobs end; those after them are printed.
    func ends(_ ends: Result<PrintResult, PrintFailure>...) {
        state.withLock { $0.ends += ends }
    }

    /// Sets what happens when a job has come and no byte of it is written yet.
    func beforeFirstByte(_ work: @escaping @Sendable () async throws -> Void) {
        state.withLock { $0.beforeFirstByte = work }
    }

    /// The bytes of each job, as far as they are ASCII.
    var slips: [String] { state.withLock { $0.slips } }

    /// What went wrong in ``beforeFirstByte(_:)``.
    var fault: (any Error)? { state.withLock { $0.fault } }

    func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult {
        do {
            try await state.withLock({ $0.beforeFirstByte })?()
        } catch {
            state.withLock { $0.fault = error }
        }
        let end = state.withLock { state in
            state.slips.append(
                String(decoding: job.segments.joined().filter { $0 < 0x80 }, as: UTF8.self))
            return state.ends.isEmpty ? .success(.printed) : state.ends.removeFirst()
        }
        return try end.get()
    }

    func condition() async -> PrinterCondition { PrinterCondition() }
}
