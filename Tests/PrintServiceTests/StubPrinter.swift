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
        var evidence: [Result<PrintEvidence, DeviceError>] = []
        var asked: [InterruptedPrint] = []
        var beforeNote: (@Sendable () async throws -> Void)?
    }

    let name = "stub"
    private let state = Mutex(State())

    /// Sets how the next jobs end; those after them are printed.
    func ends(_ ends: Result<PrintResult, PrintFailure>...) {
        state.withLock { $0.ends += ends }
    }

    /// Sets what it says when it is asked what came out; after those it says nothing.
    func says(_ evidence: Result<PrintEvidence, DeviceError>...) {
        state.withLock { $0.evidence += evidence }
    }

    /// Sets what happens when the printer is ready and nothing is written down yet.
    func beforeNote(_ work: @escaping @Sendable () async throws -> Void) {
        state.withLock { $0.beforeNote = work }
    }

    /// What it was asked about.
    var asked: [InterruptedPrint] { state.withLock { $0.asked } }

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

    func settle(_ interrupted: InterruptedPrint) async throws(DeviceError) -> PrintEvidence {
        let answer = state.withLock { state in
            state.asked.append(interrupted)
            return state.evidence.isEmpty ? .success(.silent) : state.evidence.removeFirst()
        }
        return try answer.get()
    }

    /// What it had cut before a job, as it says.
    static let cutsBefore = 41

    func print(
        _ job: PrintedJob, noting: @Sendable (PrintStart) async -> Bool
    ) async throws(PrintFailure) -> PrintResult {
        let isReady = state.withLock { state in
            guard case .failure(.nothingWritten) = state.ends.first else { return true }
            return false
        }
        if isReady {
            do {
                try await state.withLock({ $0.beforeNote })?()
            } catch {
                state.withLock { $0.fault = error }
            }
            guard await noting(PrintStart(cutsBefore: Self.cutsBefore, cuts: job.cuts, markText: "J00A")) else {
                throw .nothingWritten(.mismatch("not written down"))
            }
        }
        return try await print(job)
    }

    func condition() async -> PrinterCondition { PrinterCondition() }
}
