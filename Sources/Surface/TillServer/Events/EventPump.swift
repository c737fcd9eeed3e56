// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle
import TillStore

/// Reads the journal for all who read events as they come, and lets them hear from time to time that
/// they are still read to.
///
/// While nobody reads, it reads nothing and no timer runs.
package struct EventPump: Service {
    private let ledger: Ledger
    private let readers: EventReaders
    private let clock: any Clock<Duration>

    /// How often a connection is told that it stands, and looked at whether it does.
    package static let beatEvery: Duration = .seconds(15)
    /// Rows that one read of the ledger brings.
    static let pageMax = 200

    /// Puts a pump together for the readers of a server.
    package init(server: TillServer, clock: any Clock<Duration> = ContinuousClock()) {
        ledger = server.ledger
        readers = server.readers
        self.clock = clock
    }

    /// Pumps until shutdown.
    ///
    /// - Throws: only what the ledger throws.
    package func run() async throws {
        // Before anything else, so that no commit falls between.
        let commits = ledger.wakeups(of: .journal)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pump(commits) }
            group.addTask { await beat() }
            try await group.next()
            group.cancelAll()
        }
    }

    private func pump(_ commits: AsyncStream<Void>) async throws {
        var tail: Int64?
        for await _ in commits.cancelOnGracefulShutdown() {
            guard readers.areThere else {
                tail = nil
                continue
            }
            guard let from = tail else {
                // Whoever came while nobody was read to has looked into the ledger before this row.
                tail = try await ledger.journalHead()
                readers.sendBack()
                continue
            }
            var last = from
            while true {
                let events = try await ledger.events(after: last, limit: Self.pageMax)
                guard let end = events.last?.row.seq else { break }
                readers.put(try events.map { try EventNews($0, epoch: ledger.epoch) })
                last = end
                guard events.count == Self.pageMax else { break }
            }
            tail = last
        }
    }

    private func beat() async {
        for await _ in readers.joins.cancelOnGracefulShutdown() {
            while readers.areThere {
                do { try await clock.sleep(for: Self.beatEvery) } catch { return }
                readers.beat()
            }
        }
    }
}
