// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
import Synchronization
package import TillCore
import TillTesting

/// A printer whose paper, answers and power fail as chance wants it, and the paper that came out.
package final class PlayedPrinter: PrinterDriver {
    private struct State {
        var faults = PrinterFaults()
        var dice: Dice
        var originals: [String: Int] = [:]
        var marked: [String: Int] = [:]
        var torn = 0
        /// Whether the slip that it was given last came out whole.
        var isOut = false
        var onCrash: (@Sendable () -> Void)?
        var isCareless = false
    }

    package let name = "played"
    private let state: Mutex<State>

    /// Puts a good printer there.
    package init(seed: UInt64) { state = Mutex(State(dice: Dice(seed: seed ^ 0x9019))) }

    /// Sets what goes wrong from now on.
    package func set(_ faults: PrinterFaults) { state.withLock { $0.faults = faults } }

    /// Sets what is done when chance lets the daemon die over a slip.
    package func crashes(_ action: @escaping @Sendable () -> Void) { state.withLock { $0.onCrash = action } }

    /// Lets it say that nothing came out when something did: a weakness.
    package func beCareless() { state.withLock { $0.isCareless = true } }

    /// How many receipts of an order came out whole and unmarked.
    package func originals(of order: OrderID) -> Int { state.withLock { $0.originals[order.text] ?? 0 } }

    /// How many slips of an order came out that say that they are copies or may be duplicates.
    package func marked(of order: OrderID) -> Int { state.withLock { $0.marked[order.text] ?? 0 } }

    /// How many slips broke off.
    package var torn: Int { state.withLock { $0.torn } }

    package func print(_ job: PrintedJob) async throws(PrintFailure) -> PrintResult {
        let (end, crash) = state.withLock { state in Self.print(job, &state) }
        if let crash { crash() }
        return try end.get()
    }

    package func print(
        _ job: PrintedJob, noting: @Sendable (PrintStart) async -> Bool
    ) async throws(PrintFailure) -> PrintResult {
        let isReady = state.withLock { state in
            state.isOut = false
            return !state.dice.happens(state.faults.paperOut)
        }
        guard isReady else { throw .nothingWritten(.timedOut("no paper")) }
        guard await noting(PrintStart(cutsBefore: nil, cuts: job.cuts, mark: nil)) else {
            throw .nothingWritten(.mismatch("not written down"))
        }
        return try await print(job)
    }

    package func settle(_ interrupted: InterruptedPrint) async throws(DeviceError) -> PrintEvidence {
        let answer: Result<PrintEvidence, DeviceError> = state.withLock { state in
            if state.dice.happens(state.faults.paperOut) { return .failure(.timedOut("no paper")) }
            if state.faults.isSilent { return .success(.silent) }
            if state.dice.happens(state.faults.answerLost) { return .success(.unknown) }
            return .success(state.isOut ? .counterMoved : .counterStands)
        }
        return try answer.get()
    }

    package func condition() async -> PrinterCondition { PrinterCondition() }

    private static func print(_ job: PrintedJob, _ state: inout State)
        -> (Result<PrintResult, PrintFailure>, (@Sendable () -> Void)?)
    {
        let faults = state.faults
        if state.dice.happens(faults.crash) {
            if state.dice.happens(0.5) { emit(job, &state) }
            return (.failure(.interrupted(.gone("power"), bytesWritten: 1)), state.onCrash)
        }
        if state.dice.happens(faults.breaksOff) {
            state.torn += 1
            return (.failure(.interrupted(.gone("no paper"), bytesWritten: job.byteCount / 2)), nil)
        }
        emit(job, &state)
        if state.dice.happens(faults.answerLost) {
            let what = DeviceError.timedOut("no answer")
            let isDenied = state.isCareless
            return (
                .failure(isDenied ? .nothingWritten(what) : .interrupted(what, bytesWritten: job.byteCount)), nil
            )
        }
        return (.success(faults.isSilent ? .unconfirmed : .printed), nil)
    }

    /// Lets a whole slip come out, and reads it as the payer does.
    private static func emit(_ job: PrintedJob, _ state: inout State) {
        state.isOut = true
        let text = String(
            decoding: job.segments.joined().filter { $0 >= 0x20 && $0 < 0x80 || $0 == 0x0A }, as: UTF8.self)
        guard let label = text.firstRange(of: "Order ") else { return }
        let order = String(text[label.upperBound...].prefix(26))
        if text.contains("POSSIBLY A DUPLICATE") || text.contains("COPY") {
            state.marked[order, default: 0] += 1
        } else if text.contains("PAID") || text.contains("REFUNDED") {
            state.originals[order, default: 0] += 1
        }
    }
}
