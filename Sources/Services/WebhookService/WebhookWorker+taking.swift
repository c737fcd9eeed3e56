// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

extension WebhookWorker {
    /// Reads the endpoints again if they may be others than before.
    func refresh(_ rounds: inout Rounds) async throws {
        guard board.take() else { return }
        let followers = try await ledger.followers(of: Self.kind)
        rounds.endpoints = followers.compactMap { follower in
            // One that a newer version wrote waits for that version.
            guard follower.stopped == nil, let endpoint = Endpoint(stored: follower.body) else { return nil }
            return Followed(id: follower.id, endpoint: endpoint, seq: follower.seq)
        }
        // From the cursor again, which a person may have moved back; nobody is left alone whom they sent on.
        rounds.scanned = [:]
        rounds.rests = [:]
        rounds.quiet = [:]
        rounds.full = []
    }

    /// Turns what an endpoint wants of the journal into deliveries.
    ///
    /// What it does not want moves its cursor in memory alone, but for now and then: a commit a sale
    /// for nothing would be felt.
    func take(_ index: Int, _ rounds: inout Rounds) async throws {
        guard try await hasRoom(index, &rounds) else { return }
        while true {
            let followed = rounds.endpoints[index]
            let from = rounds.scanned[followed.id] ?? followed.seq
            let events = try await ledger.events(after: from, limit: Self.pageMax)
            guard let last = events.last?.row.seq else { return }
            let wanted = events.filter { followed.endpoint.wants(EventType(rawValue: $0.type)) }
            if !wanted.isEmpty || last - followed.seq >= Self.idleMax {
                guard let follower = try await ledger.follower(followed.id), follower.seq == followed.seq else {
                    // Somebody moved it or took it away.
                    board.note()
                    return
                }
                guard follower.waiting + follower.dead < Self.queueMax else {
                    rounds.full.insert(followed.id)
                    return
                }
                try await ledger.tell(follower, of: wanted, upTo: last)
                rounds.quiet[followed.id] = nil
                rounds.endpoints[index].seq = last
            }
            rounds.scanned[followed.id] = last
            guard events.count == Self.pageMax else { return }
        }
    }

    /// Whether more may wait for an endpoint: of one that was full, the journal is not read again until it has room.
    private func hasRoom(_ index: Int, _ rounds: inout Rounds) async throws -> Bool {
        let id = rounds.endpoints[index].id
        guard rounds.full.contains(id) else { return true }
        guard let follower = try await ledger.follower(id), follower.waiting + follower.dead < Self.queueMax else {
            return false
        }
        rounds.full.remove(id)
        return true
    }

    /// What an endpoint gets now; else when there may be something.
    func next(_ index: Int, _ rounds: inout Rounds) async throws -> (delivery: Delivery?, at: Timestamp?) {
        let id = rounds.endpoints[index].id
        guard !rounds.underWay.contains(id) else { return (nil, nil) }
        try await take(index, &rounds)
        let now = ledger.time.now
        // Each sale comes by here: what waits is not gone through each time.
        if let quiet = rounds.quiet[id], quiet > now { return (nil, quiet) }
        let rest = rounds.rests[id].map(\.until).flatMap { $0 > now ? $0 : nil }
        if rest == nil, let delivery = try await ledger.dueDelivery(to: id) { return (delivery, nil) }
        let next = try await ledger.nextDelivery(to: id).map { max($0, rest ?? $0) }
        rounds.quiet[id] = next
        return (nil, next)
    }

    /// Takes note of how a try ended.
    func finish(_ turn: Turn, _ rounds: inout Rounds) {
        rounds.underWay.remove(turn.endpoint)
        rounds.quiet[turn.endpoint] = nil
        guard let answers = turn.answers else { return }
        guard !answers else {
            rounds.rests[turn.endpoint] = nil
            return
        }
        let failures = (rounds.rests[turn.endpoint]?.failures ?? 0) + 1
        rounds.rests[turn.endpoint] = (
            ledger.time.now + RetryPlan.rest(after: failures, wish: turn.wish), failures
        )
    }
}
