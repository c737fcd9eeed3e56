// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle
import Synchronization
package import TillCore
import TillStore

extension WebhookWorker: Service {
    /// Works until shutdown: woken by commits and the clock, and by nothing while there is no endpoint.
    ///
    /// - Throws: only what the ledger throws.
    package func run() async throws {
        try await cancelWhenGracefulShutdown { try await work(clock: ContinuousClock()) }
    }

    private func work(clock: any Clock<Duration>) async throws {
        var rounds = Rounds()
        let ended = EndedTries()
        try await withThrowingDiscardingTaskGroup { group in
            try await ledger.rounds(on: [.journal, .followers], clock: clock) { ring in
                for result in ended.take() { finish(try result.get(), &rounds) }
                try await refresh(&rounds)
                var soonest: Timestamp?
                for index in rounds.endpoints.indices {
                    let (delivery, at) = try await next(index, &rounds)
                    if let at { soonest = min(soonest ?? at, at) }
                    guard let delivery else { continue }
                    let endpoint = rounds.endpoints[index].endpoint
                    rounds.underWay.insert(delivery.follower)
                    group.addTask {
                        let result: Result<Turn, any Error>
                        do {
                            result = .success(try await perform(delivery, endpoint))
                        } catch {
                            result = .failure(error)
                        }
                        ended.put(result)
                        ring()
                    }
                }
                return soonest
            }
            group.cancelAll()
        }
    }

    /// Does all that is due, one after the other, and says when more will be.
    ///
    /// For those who own time: tests and the simulator.
    package func step(_ rounds: inout Rounds) async throws -> Timestamp? {
        while true {
            try await refresh(&rounds)
            var soonest: Timestamp?
            var hasSent = false
            for index in rounds.endpoints.indices {
                let (delivery, at) = try await next(index, &rounds)
                if let at { soonest = min(soonest ?? at, at) }
                guard let delivery else { continue }
                finish(try await perform(delivery, rounds.endpoints[index].endpoint), &rounds)
                hasSent = true
            }
            if !hasSent { return soonest }
        }
    }
}

/// Where tries that ended wait for the next round.
private final class EndedTries: Sendable {
    private let ended = Mutex<[Result<WebhookWorker.Turn, any Error>]>([])

    func put(_ result: Result<WebhookWorker.Turn, any Error>) { ended.withLock { $0.append(result) } }

    func take() -> [Result<WebhookWorker.Turn, any Error>] {
        ended.withLock { ended in
            defer { ended = [] }
            return ended
        }
    }
}
