// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos

extension PrinterProbe {
    /// Counters that printers have, those first that nobody can set back.
    ///
    /// Source: the notes on ESC/POS, "ordered status": B2 and 32 count cuts, 94 and 14 fed lines.
    private static let cutCounters = [0xB2, 0x32]
    private static let lineCounters = [0x94, 0x14]

    /// Asks everything that a profile says, whatever this printer's profile claims.
    ///
    /// - Parameter facts: by what it was seen, as far as the system knows.
    /// - Throws: ``DeviceError`` if it fell silent while it was asked: nothing is known then.
    func findings(_ facts: PrinterFacts = PrinterFacts()) async throws(DeviceError) -> PrinterFindings {
        if !line.mayAsk { try await line.push(EscPosQuery.endOfAnyCommand, stall: line.limits.greeting) }
        line.mayAsk = true
        guard try await line.answersAtAll() else { return PrinterFindings(facts: facts) }
        try await line.waitUntilOnline()
        try await line.push(EscPosQuery.reset, stall: line.limits.greeting)
        let marks = try await asks(EscPosQuery.fence(mark)) { line.marks.contains(mark) }
        let ordered = try await asks(EscPosQuery.orderedStatus) { line.orderedAnswers > 0 }
        guard marks || ordered else { return PrinterFindings(facts: facts, realtime: true) }
        var clears = false
        if marks { clears = try await asks(EscPosQuery.clearBuffers) { line.wasCleared } }
        let tells = try await asks(EscPosQuery.tellChanges) { line.hasToldChanges }
        let found = PrinterFindings(
            facts: PrinterFacts(usb: facts.usb, ieee1284: facts.ieee1284, gsI: try await words(EscPosQuery.model)),
            vendor: try await words(EscPosQuery.maker), fonts: try await words(EscPosQuery.fonts), realtime: true,
            asb: tells, gsR: ordered, processID: marks, clear: clears,
            cutCounters: try await counters(Self.cutCounters), lineCounters: try await counters(Self.lineCounters))
        // One that was switched off meanwhile would be taken for a poorer printer.
        guard try await line.answersAtAll() else { throw line.silent }
        return found
    }

    private func words(_ question: [UInt8]) async throws(DeviceError) -> String? {
        _ = try await asks(question) { line.words != nil }
        return line.words.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func counters(_ numbers: [Int]) async throws(DeviceError) -> [Int] {
        var known: [Int] = []
        for number in numbers where try await asks(EscPosQuery.counter(UInt8(number)), until: { line.count != nil }) {
            known.append(number)
        }
        return known
    }
}
