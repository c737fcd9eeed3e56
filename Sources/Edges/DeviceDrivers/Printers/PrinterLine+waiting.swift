// SPDX-License-Identifier: Apache-2.0

import EscPos

extension PrinterLine {
    /// Waits until something has been heard; false if an online printer does not say it in time.
    ///
    /// - Parameter limit: time counts only while the printer is online.
    func wait(within limit: Duration, until isMet: () -> Bool) async throws(DeviceError) -> Bool {
        var watch = Stopwatch(elapsed: elapsed)
        // What was heard while bytes went out may ask for something.
        try await listen(for: .zero)
        while !isMet() {
            try await listen(for: port.manner.hidesPowerLoss ? limits.beat : Self.slice)
            if isMet() { return true }
            try keepWaiting(&watch)
            if watch.online > limit { return false }
            try await look()
        }
        return true
    }

    /// Waits until the printer says that it can print.
    func waitUntilOnline() async throws(DeviceError) {
        var watch = Stopwatch(elapsed: elapsed)
        while true {
            guard try await answersAtAll() else { throw silent }
            try keepWaiting(&watch)
            if !condition.isOffline { return }
            // What is asked stays in its buffer until it prints again: it is not asked all the time.
            let start = elapsed()
            while condition.isOffline, elapsed() - start < limits.rest {
                try await listen(for: Self.slice)
                try keepWaiting(&watch)
            }
        }
    }

    /// Waits until the printer has been well for a while after the last byte.
    func stayCalm() async throws(DeviceError) {
        try await drain()
        var watch = Stopwatch(elapsed: elapsed)
        var start = elapsed()
        while elapsed() - start < limits.calm {
            guard try await answers() else { throw silent }
            try keepWaiting(&watch)
            if condition.isOffline { start = elapsed() }
            try await listen(for: Self.slice)
        }
        // The last look is the one that counts: what broke meanwhile is seen by it.
        guard try await answersAtAll() else { throw silent }
        if condition.isOffline { try await stayCalm() }
    }

    /// Waits until all bytes have left this machine, as long as it takes a printer that says why not.
    func drain() async throws(DeviceError) {
        var watch = Stopwatch(elapsed: elapsed)
        while true {
            do throws(DeviceError) {
                return try await port.flush(within: Self.slice)
            } catch {
                guard case .timedOut = error else { throw error }
            }
            try await listen(for: .zero)
            try keepWaiting(&watch)
            if watch.online > limits.blindness { throw silent }
        }
    }

    /// Looks at the printer while it is waited for, or between two pieces of a job.
    ///
    /// Behind a serial cable a printer can be switched off and on unseen; starting takes it longer
    /// than an answer may take, so one that answers every look has not lost its power.
    func look() async throws(DeviceError) {
        guard answersAtOnce, mayAsk else { return }
        // What is asked stays in the buffer of one that does not print now.
        let pause = !condition.isOffline ? .zero : owesNews ? limits.rest : limits.look
        guard port.manner.hidesPowerLoss else {
            guard elapsed() - lastAsked >= max(pause, limits.look) else { return }
            _ = try await ask()
            return
        }
        guard elapsed() - lastAsked >= pause else { return }
        var watch = Stopwatch(elapsed: elapsed)
        while try await !answers() {
            try keepWaiting(&watch)
            // A question that has not left says nothing about the printer.
            guard try await hasDrained() else {
                if watch.online > limits.stall { throw silent }
                continue
            }
            misses += 1
            guard condition.isOffline, misses < 3 else { throw silent }
        }
        misses = 0
    }

    /// Whether the printer answers a question; two are asked.
    func answersAtAll() async throws(DeviceError) -> Bool {
        if try await answers() { return true }
        return try await answers()
    }

    /// Asks and waits for the answer; false if none comes.
    func answers() async throws(DeviceError) -> Bool {
        let before = answersSoFar
        let start = elapsed()
        _ = try await ask()
        while answersSoFar == before, elapsed() - start < limits.status { try await listen(for: Self.slice) }
        return answersSoFar > before
    }

    /// Asks why the printer is offline; false if it takes no question now.
    ///
    /// It is the only question at once that is ever asked: answers do not say what they answer, and
    /// a late one must not be taken for another.
    private func ask() async throws(DeviceError) -> Bool {
        lastAsked = elapsed()
        guard mayAsk else { return false }
        return try await pushOrSkip(EscPosQuery.realTime(.offline))
    }

    private func hasDrained() async throws(DeviceError) -> Bool {
        do throws(DeviceError) {
            try await port.flush(within: .zero)
            return true
        } catch {
            if case .timedOut = error { return false }
            throw error
        }
    }

    /// Notes how long the printer has kept one waiting, and ends the wait where it has to end.
    func keepWaiting(_ watch: inout Stopwatch) throws(DeviceError) {
        watch.note(isOffline: condition.isOffline)
        endedByRule = isCalledOff || hasForgotten
        if isCalledOff { throw .calledOff(port.name) }
        if hasForgotten { throw .gone("what \(port.name) held (\(condition.reason ?? "cover opened"))") }
        if let patience = limits.patience, watch.offline > patience { throw silent }
        if condition.isOffline, Task.isCancelled { throw silent }
    }

    /// Makes sure that a printer that promised to tell when it is well again has done so.
    ///
    /// Where a loss of power would not be seen, one that goes on without a word has forgotten its
    /// promise, and with it the beginning of the job.
    func expectNoNews() throws(DeviceError) {
        guard port.manner.hidesPowerLoss, owesNews else { return }
        throw .gone("what \(port.name) held (it was switched off)")
    }
}
