// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// An answer that is made once for all who ask meanwhile, and is good for a while after.
///
/// However many ask, and however often, the ledger is read once in that while.
final class Recent<Value: Sendable>: Sendable {
    private enum Turn {
        case known(Value)
        case ours
        case theirs(AsyncStream<Void>)
    }

    private struct State {
        var made: (value: Value, at: Duration)?
        /// Those who wait for the one that makes it; nil if nobody does.
        var waiting: [AsyncStream<Void>.Continuation]?
    }

    /// How long an answer is good.
    static var freshFor: Duration { .seconds(1) }

    private let clock: @Sendable () -> Duration
    private let state = Mutex(State())

    /// - Parameter clock: a clock that never goes back.
    init(clock: @escaping @Sendable () -> Duration) { self.clock = clock }

    /// The answer.
    ///
    /// - Throws: what `make` throws; whoever waited for it tries it again.
    func value(_ make: @Sendable () async throws -> Value) async throws -> Value {
        while true {
            switch turn() {
            case .known(let value): return value
            case .theirs(let end):
                for await _ in end {}
                try Task.checkCancellation()
            case .ours:
                do {
                    let value = try await make()
                    finish(value)
                    return value
                } catch {
                    finish(nil)
                    throw error
                }
            }
        }
    }

    private func turn() -> Turn {
        let now = clock()
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        return state.withLock { state in
            if let made = state.made, now - made.at < Self.freshFor { return .known(made.value) }
            guard state.waiting != nil else {
                state.waiting = []
                return .ours
            }
            state.waiting?.append(continuation)
            return .theirs(stream)
        }
    }

    private func finish(_ value: Value?) {
        let now = clock()
        let waiting = state.withLock { state in
            if let value { state.made = (value, now) }
            defer { state.waiting = nil }
            return state.waiting ?? []
        }
        for continuation in waiting { continuation.finish() }
    }
}
