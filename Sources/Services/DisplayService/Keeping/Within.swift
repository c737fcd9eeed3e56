// SPDX-License-Identifier: Apache-2.0

/// Does something, and calls it off when it takes longer than it may.
///
/// - Returns: what it returns, also if that came in the last moment.
/// - Throws: what it throws, which is its own word for having been called off if it was.
func within<Answer: Sendable>(
    _ patience: Duration, _ clock: any Clock<Duration>,
    _ body: @escaping @Sendable () async throws -> Answer
) async throws -> Answer {
    try await withThrowingTaskGroup(of: Timed<Answer>.self) { group in
        group.addTask { .done(try await body()) }
        group.addTask {
            // Called off itself, when the answer came first.
            try? await clock.sleep(for: patience)
            return .late
        }
        defer { group.cancelAll() }
        while let next = try await group.next() {
            if case .done(let answer) = next { return answer }
            group.cancelAll()
        }
        throw CancellationError()
    }
}

/// What came first.
private enum Timed<Answer: Sendable>: Sendable {
    case done(Answer)
    case late
}
