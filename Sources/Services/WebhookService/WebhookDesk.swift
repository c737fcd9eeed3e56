// SPDX-License-Identifier: Apache-2.0

package import TillAPI
import TillCore
package import TillStore

/// What people do about endpoints: add, list, try, send again, give new secrets, take away.
package struct WebhookDesk: Sendable {
    let post: WebhookPost
    let board: WebhookBoard

    /// Takes what it shares with the worker.
    package init(post: WebhookPost, board: WebhookBoard) {
        self.post = post
        self.board = board
    }

    private var ledger: Ledger { post.ledger }

    /// The endpoints, the oldest first.
    package func list() async throws -> [WebhookResource] {
        var resources: [WebhookResource] = []
        for follower in try await ledger.followers(of: WebhookWorker.kind) {
            resources.append(try await resource(follower))
        }
        return resources
    }

    /// Adds an endpoint and makes its secret.
    ///
    /// - Returns: the endpoint with its secret, which is told this once, and whether the key had been used before.
    /// - Throws: a `Problem` if it may not be sent to, or there are too many.
    package func add(_ request: AddWebhookRequest, key: TillStore.IdempotencyKey) async throws -> (
        WebhookSecretResource, isReplay: Bool
    ) {
        try check(request.url)
        let events = try Self.filter(request.events)
        let (secret, text) = try freshSecret()
        let after = try request.after.map { try seq(of: $0, field: "after") }
        let added = try await ledger.follow(
            WebhookWorker.kind, after: after, atMost: WebhookWorker.endpointsMax, key: key
        ) { _ in
            try Endpoint(url: request.url, name: request.name, events: events, secrets: [secret]).stored()
        }
        guard let (follower, isReplay) = added else {
            throw Problem(
                .limitReached,
                "there are \(WebhookWorker.endpointsMax) webhooks, which is the limit, or this one was removed again: remove one, or use a new key"
            )
        }
        board.note()
        let resource = try await resource(follower)
        return (WebhookSecretResource(webhook: resource, secret: isReplay ? nil : text), isReplay)
    }

    /// Gives an endpoint a new secret; for a while it is signed with both.
    ///
    /// - Throws: a `Problem` if there is no such endpoint.
    package func rotate(_ id: String, _ request: RotateWebhookRequest, key: TillStore.IdempotencyKey) async throws -> (
        WebhookSecretResource, isReplay: Bool
    ) {
        let (secret, text) = try freshSecret()
        let hours = request.overlapHours ?? 24
        let until = hours == 0 ? nil : Optional(ledger.time.now + .seconds(hours * 3600))
        let changed = try await ledger.change(id, key: key) { follower in
            guard var endpoint = Endpoint(stored: follower.body) else { throw Self.unreadable }
            endpoint.rotate(to: secret, overlapUntil: until)
            return try endpoint.stored()
        }
        guard let (follower, isReplay) = changed else { throw Self.unknown(id) }
        board.note()
        let resource = try await resource(follower)
        let answer = WebhookSecretResource(
            webhook: resource, secret: isReplay ? nil : text,
            overlapUntil: isReplay ? nil : until.map { WireTime($0) })
        return (answer, isReplay)
    }

    /// Sends a trial to an endpoint now, and says what it answered.
    ///
    /// - Throws: a `Problem` if there is no such endpoint.
    package func test(_ id: String) async throws -> WebhookTestResource {
        guard let follower = try await ledger.follower(id), follower.kind == WebhookWorker.kind else {
            throw Self.unknown(id)
        }
        guard let endpoint = Endpoint(stored: follower.body) else { throw Self.unreadable }
        let message = "test_" + Ulid.text(ledger.wall, post.randomBytes(10))
        let body = try WireJSON.bytes(
            of: EventMessage(
                type: .webhookTest, timestamp: WireTime(ledger.wall),
                data: EventMessage.Content(id: message, terminal: ledger.terminal.text)))
        let before = ledger.continuousClock()
        let status: Int?
        let verdict: DeliveryVerdict
        do {
            (status, verdict) = try await post.send(message, body, to: endpoint)
        } catch is WebhookPost.LostSecret {
            throw Problem(.unavailable, WebhookWorker.lostSecret)
        }
        let taken = ledger.continuousClock() - before
        return WebhookTestResource(
            webhook: id, message: message, isDelivered: verdict == .delivered, status: status,
            detail: verdict == .delivered ? "it answered \(status ?? 0)" : verdict.sentence,
            milliseconds: Int(taken / .milliseconds(1)))
    }

    /// Has an endpoint told again: what was not delivered, one event, or all after one.
    ///
    /// - Throws: a `Problem` if there is no such endpoint or event.
    package func redeliver(_ id: String, _ request: RedeliverRequest, key: TillStore.IdempotencyKey) async throws -> (
        WebhookResource, isReplay: Bool
    ) {
        var what = Redelivery.unmade
        if let message = request.message { what = .row(try seq(of: message, field: "message")) }
        if let after = request.after { what = .after(try seq(of: after, field: "after")) }
        if case .row(let seq) = what, try await ledger.event(seq) == nil {
            throw Problem(.invalidValue, "there is no event \(request.message ?? "")", field: "message")
        }
        guard let (follower, isReplay) = try await ledger.redeliver(what, to: id, key: key) else {
            throw Self.unknown(id)
        }
        board.note()
        return (try await resource(follower), isReplay)
    }

    /// Takes an endpoint away with all that waits for it.
    ///
    /// - Returns: whether the key had been used before.
    /// - Throws: a `Problem` if there is no such endpoint.
    package func remove(_ id: String, key: TillStore.IdempotencyKey) async throws -> Bool {
        guard let isReplay = try await ledger.unfollow(id, key: key) else { throw Self.unknown(id) }
        board.note()
        return isReplay
    }

    /// What waits for an endpoint, and what was given up.
    ///
    /// - Throws: a `Problem` if there is no such endpoint.
    package func deliveries(to id: String, isDead: Bool?, after: String?, limit: Int) async throws -> DeliveryPage {
        guard try await ledger.follower(id) != nil else { throw Self.unknown(id) }
        let from = try after.map { try seq(of: $0, field: "after") } ?? 0
        let deliveries = try await ledger.deliveries(to: id, isDead: isDead, after: from, limit: limit)
        return DeliveryPage(
            deliveries: deliveries.map { DeliveryResource($0) },
            last: "\(ledger.epoch)-\(deliveries.last?.seq ?? from)")
    }
}
