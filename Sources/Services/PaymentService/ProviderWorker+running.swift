// SPDX-License-Identifier: Apache-2.0

import Logging
import ServiceLifecycle
import Synchronization
package import TillCore
import TillStore

extension ProviderWorker: Service {
    /// Pieces of work under way at once; each waits for an acquirer, none for another.
    static let atOnceMax = 16

    /// Works until shutdown: woken by commits, hints and the clock.
    ///
    /// - Throws: only what the ledger throws: then nothing more may be sent.
    package func run() async throws {
        try await cancelWhenGracefulShutdown { try await work(clock: ContinuousClock()) }
    }

    private func work(clock: any Clock<Duration>) async throws {
        var schedule = Schedule()
        let tries = Mailbox()
        try await withThrowingDiscardingTaskGroup { group in
            try await ledger.rounds(on: [.lane(.provider), .hints], clock: clock) { ring in
                for (work, result) in tries.take() { finish(work, try result.get(), &schedule) }
                try await refresh(&schedule)
                let room = Self.atOnceMax - schedule.underWay
                for work in schedule.take(at: ledger.time.now, limit: room) {
                    let history = schedule.countPoll(of: work)
                    group.addTask {
                        let result: Result<Turn, any Error>
                        do {
                            result = .success(try await perform(work, history))
                        } catch {
                            result = .failure(error)
                        }
                        tries.put(work, result)
                        ring()
                    }
                }
                publish(schedule)
                pulse.beat()
                return schedule.nextDue(room: Self.atOnceMax - schedule.underWay)
            }
            group.cancelAll()
        }
    }

    /// Does all that is due, one after the other, and says when more will be.
    ///
    /// For those who own time: tests and the simulator.
    package func step(_ schedule: inout Schedule) async throws -> Timestamp? {
        try await refresh(&schedule)
        while let work = schedule.take(at: ledger.time.now, limit: 1).first {
            let history = schedule.countPoll(of: work)
            finish(work, try await perform(work, history), &schedule)
            try await refresh(&schedule)
        }
        publish(schedule)
        return schedule.nextDue
    }

    private func refresh(_ schedule: inout Schedule) async throws {
        schedule.add(try await ledger.work(in: .provider, after: schedule.newestRow), at: ledger.time.now)
        let steered = ledger.takeSteered()
        if steered.holdsChanged { schedule.setHeld(try await ledger.heldWork(in: .provider)) }
        if !steered.flushed.isEmpty {
            // A person who asks for it has one request of each account let through its rest.
            breakers.permitOne(steered.accounts, at: ledger.time.now)
            schedule.flush(steered.flushed, at: ledger.time.now)
        }
        for order in ledger.takeHints() { schedule.hurry(order, at: ledger.time.now) }
    }

    private func finish(_ work: Work, _ turn: Turn, _ schedule: inout Schedule) {
        schedule.finish(work, turn.next, doubt: turn.doubt, answer: turn.answer)
        // It may have been released since: what is saved says.
        if turn.foundHeld { ledger.noteHolds() }
        if breakers.takeFreed() { schedule.hurrySpared(at: ledger.time.now) }
        if turn.cameBack { schedule.hurryAll(at: ledger.time.now) }
    }

    /// Shows those who look at the queue how things stand.
    private func publish(_ schedule: Schedule) {
        var sight = schedule.sight
        sight.rests = breakers.rests(at: ledger.time.now)
        ledger.board.publish(sight, of: .provider)
    }
}

/// Where tries that ended wait for the next round.
private final class Mailbox: Sendable {
    private let ended = Mutex<[(Work, Result<ProviderWorker.Turn, any Error>)]>([])

    func put(_ work: Work, _ result: Result<ProviderWorker.Turn, any Error>) {
        ended.withLock { $0.append((work, result)) }
    }

    func take() -> [(Work, Result<ProviderWorker.Turn, any Error>)] {
        ended.withLock { ended in
            defer { ended = [] }
            return ended
        }
    }
}
