// SPDX-License-Identifier: Apache-2.0

package import TillCore

extension Ledger {
    /// Runs rounds until the task is cancelled: one at once, one after each commit or hint that
    /// touches a topic, one when somebody rings, and one when the time comes that the last round
    /// asked for. Between them nothing runs.
    ///
    /// - Parameter round: does what is due; gets a bell to ring for another round, and returns
    ///   when it wants to be called again, in ledger time, or nil.
    package func rounds(
        on topics: [Topic], clock: any Clock<Duration>,
        _ round: (@escaping @Sendable () -> Void) async throws -> Timestamp?
    ) async throws {
        let (bell, rings) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let ring: @Sendable () -> Void = { rings.yield() }
        // Before the first round, so that no commit falls between it and the waiting.
        let streams = topics.map { wakeups(of: $0) }
        try await withThrowingDiscardingTaskGroup { group in
            for stream in streams {
                group.addTask { for await _ in stream { ring() } }
            }
            ring()
            var alarm: Timestamp?
            for await _ in bell {
                let next: Timestamp?
                do {
                    next = try await round(ring)
                } catch is CancellationError where Task.isCancelled {
                    // A read that the end of the daemon broke off is no fault.
                    break
                }
                if let set = alarm, set <= time.now { alarm = nil }
                // A later alarm need not be called off: a round too many does no harm.
                guard let next, alarm.map({ next < $0 }) ?? true else { continue }
                alarm = next
                let pause = max(.zero, next.since(time.now))
                group.addTask {
                    try? await clock.sleep(for: pause)
                    ring()
                }
            }
            group.cancelAll()
        }
    }
}
