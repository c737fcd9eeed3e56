// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos

/// Finds out what a printer answers, by asking it.
///
/// ```
/// in step    zeros
/// at once    10 04 02            silent: nothing further is asked
/// marks      1D 28 48 ..         the best there is
/// in order   1D 72 01
/// count      1D 67 32 00 B2 00
/// ```
/// A printer that does not know a question may put its letters into the line; they are dropped
/// before anything is printed.
struct PrinterProbe {
    /// The conversation.
    let line: PrinterLine
    /// A mark that no job has.
    let mark: FenceMark

    /// Asks, and waits as long as the printer says that it cannot print.
    ///
    /// - Throws: ``DeviceError`` if it fell silent while it was asked: nothing is known then.
    func abilities() async throws(DeviceError) -> PrinterAbilities {
        let known = line.profile.status
        if known.processID {
            return PrinterAbilities(tier: .marks, clears: known.clear, counts: known.counters)
        }
        if !line.mayAsk { try await line.push(EscPosQuery.endOfAnyCommand, stall: line.limits.greeting) }
        line.mayAsk = true
        guard known.realtime, try await line.answersAtAll() else { return PrinterAbilities(tier: .silent) }
        try await line.waitUntilOnline()
        try await line.push(EscPosQuery.reset, stall: line.limits.greeting)
        let found = try await answersInOrder(knownTo: known.clear)
        // One that was switched off meanwhile would be taken for a poorer printer for ever.
        guard try await line.answersAtAll() else { throw line.silent }
        return found
    }

    private func answersInOrder(knownTo clears: Bool) async throws(DeviceError) -> PrinterAbilities {
        if try await asks(EscPosQuery.fence(mark), until: { line.marks.contains(mark) }) {
            let clears = try await asks(EscPosQuery.clearBuffers) { line.wasCleared }
            return PrinterAbilities(tier: .marks, clears: clears, counts: try await counts())
        }
        if try await asks(EscPosQuery.orderedStatus, until: { line.orderedAnswers > 0 }) {
            return PrinterAbilities(tier: .ordered, clears: clears, counts: try await counts())
        }
        return PrinterAbilities(tier: .atOnce)
    }

    private func counts() async throws(DeviceError) -> Bool {
        try await asks(EscPosQuery.counter(EscPosQuery.cuts)) { line.count != nil }
    }

    func asks(_ question: [UInt8], until isMet: () -> Bool) async throws(DeviceError) -> Bool {
        line.forgetAnswers()
        try await line.push(question)
        let isAnswered = try await line.wait(within: line.limits.status, until: isMet)
        if !isAnswered {
            try await line.push(EscPosQuery.reset)
            // It may have been offline for a part of the time: only a printer that is well is believed.
            try await line.waitUntilOnline()
        }
        return isAnswered
    }
}
