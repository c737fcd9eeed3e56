// SPDX-License-Identifier: Apache-2.0

import EscPos

/// A printer that gives marks back: what is before a mark is on paper when it comes.
struct MarkFence: PrintFence {
    /// The conversation.
    let line: PrinterLine
    /// Comes back when the printer is ready for the job.
    let greeting: FenceMark
    /// Comes back when the job is on paper.
    let mark: FenceMark

    func greet(isInDoubt: Bool) async throws(DeviceError) {
        try await line.push(EscPosQuery.fence(greeting), stall: line.limits.greeting)
        let isReady = try await line.wait(within: line.limits.greeting) { line.marks.contains(greeting) }
        guard isReady else { throw line.silent }
    }

    /// Waits for the mark behind the job.
    ///
    /// One answer may get lost: an online printer is given the mark again before it is given up.
    /// Both stand behind the whole job, so that either proves it.
    func confirm(within limit: Duration) async throws(DeviceError) -> PrintResult {
        if try await isReached(within: limit) { return .printed }
        guard try await line.answersAtAll() else { throw line.silent }
        guard try await isReached(within: limit) else { throw line.silent }
        return .printed
    }

    private func isReached(within limit: Duration) async throws(DeviceError) -> Bool {
        try await line.push(EscPosQuery.fence(mark))
        return try await line.wait(within: limit) { line.marks.contains(mark) }
    }
}
