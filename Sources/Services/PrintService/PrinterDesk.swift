// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Where errands wait for the one who speaks to the printer, so that nobody speaks in between.
package final class PrinterDesk: Sendable {
    private struct Waiting {
        let errand: PrinterErrand
        let answer: AsyncStream<PrinterOutcome>.Continuation
    }

    private struct State {
        var waiting: [Waiting] = []
        var isOpen = true
    }

    private let state = Mutex(State())

    /// Errands that may wait at once.
    static let waitingMax = 4

    /// Opens a desk.
    package init() {}

    /// Leaves an errand; the worker has to be woken then.
    ///
    /// - Returns: a stream of the one outcome. Whoever stops listening does not call the errand off.
    package func leave(_ errand: PrinterErrand) -> AsyncStream<PrinterOutcome> {
        let (outcomes, answer) = AsyncStream.makeStream(of: PrinterOutcome.self)
        let refusal: String? = state.withLock { state in
            guard state.isOpen else { return "tilld is stopping: ask again when it runs" }
            guard state.waiting.count < Self.waitingMax else {
                return "the printer has \(Self.waitingMax) things to do already: wait for them"
            }
            state.waiting.append(Waiting(errand: errand, answer: answer))
            return nil
        }
        if let refusal {
            answer.yield(.failed(refusal))
            answer.finish()
        }
        return outcomes
    }

    /// Does what waits, one after the other.
    func serve(_ perform: (PrinterErrand) async -> PrinterOutcome) async {
        while let next = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) {
            next.answer.yield(await perform(next.errand))
            next.answer.finish()
        }
    }

    /// Sends everybody away.
    func close() {
        let waiting = state.withLock { state in
            state.isOpen = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting {
            one.answer.yield(.failed("tilld is stopping: ask again when it runs"))
            one.answer.finish()
        }
    }
}
