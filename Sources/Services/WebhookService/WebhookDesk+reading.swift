// SPDX-License-Identifier: Apache-2.0

package import TillAPI
import TillCore
import TillStore

extension WebhookDesk {
    /// How the endpoints do, for health.
    package func health() async throws -> [WebhookHealth] {
        try await list().map {
            WebhookHealth(
                id: $0.id, name: $0.name, state: $0.state, waiting: $0.waiting, dead: $0.dead, detail: $0.detail)
        }
    }

    /// An endpoint as people and programs see it.
    func resource(_ follower: Follower) async throws -> WebhookResource {
        let ledger = post.ledger
        let endpoint = Endpoint(stored: follower.body)
        let first = try await ledger.deliveries(to: follower.id, isDead: false, after: 0, limit: 1).first
        let (state, detail) = Self.state(of: follower, endpoint, first)
        return WebhookResource(
            id: follower.id, name: endpoint?.name, url: endpoint?.url ?? "", events: endpoint?.events ?? [],
            state: state, detail: detail, cursor: "\(ledger.epoch)-\(follower.seq)", waiting: follower.waiting,
            dead: follower.dead, delivered: follower.delivered, deliveredAt: follower.deliveredAt.map { WireTime($0) },
            since: WireTime(follower.since), secrets: endpoint?.valid(at: ledger.time.now).count ?? 0)
    }

    private static func state(of follower: Follower, _ endpoint: Endpoint?, _ first: Delivery?) -> (
        WebhookState, String?
    ) {
        if let why = follower.stopped { return (.stopped, why) }
        guard endpoint != nil else { return (.stopped, "a newer tilld wrote it: install that version") }
        if follower.waiting + follower.dead >= WebhookWorker.queueMax {
            return (
                follower.dead > 0 ? .dead : .retrying,
                "\(follower.waiting + follower.dead) deliveries wait or were given up, and no more are taken up: nothing is lost"
            )
        }
        if follower.dead > 0 {
            let count = "\(follower.dead) \(follower.dead == 1 ? "delivery was" : "deliveries were")"
            return (.dead, "\(count) given up: send again with \"till webhook redeliver\"")
        }
        if let first, first.tries > 0 { return (.retrying, first.lastAnswer) }
        return (.ok, nil)
    }

    /// Checks where an endpoint is, as far as that can be seen without looking it up.
    func check(_ url: String) throws(Problem) {
        do throws(TargetFault) {
            try post.rule.check(try WebhookTarget(url))
        } catch {
            throw Problem(.targetRefused, error.why, field: "url")
        }
    }

    /// A secret that nobody has.
    func freshSecret() throws(Problem) -> (Endpoint.Secret, String) {
        guard let seed = post.seed(true) else {
            throw Problem(.unavailable, "no secret can be made: look at the folder of the ledger")
        }
        return Endpoint.Secret.make(of: seed, post.randomBytes(16))
    }

    /// The types and groups of events that are asked for; the usual types if none is.
    static func filter(_ words: [String]?) throws(Problem) -> [String] {
        guard let words else { return EventType.usual.map(\.rawValue) }
        let known = EventType.known.map(\.rawValue) + EventType.groups
        for word in words where !known.contains(word) {
            throw Problem(
                .invalidValue, "\"\(word)\" is no type of events: these are: \(known.joined(separator: ", "))",
                field: "events")
        }
        return words
    }

    /// The row of the journal that an event's id names; `first` is before all of them.
    func seq(of text: String, field: String) throws(Problem) -> Int64 {
        if text == "first" { return 0 }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[1]), seq >= 0 else {
            throw Problem(.invalidValue, "write an event's id, such as \(post.ledger.epoch)-42", field: field)
        }
        guard parts[0] == post.ledger.epoch else {
            throw Problem(
                .invalidValue, "\(text) is of another ledger, or of this one before it was restored", field: field)
        }
        return seq
    }

    static func unknown(_ id: String) -> Problem {
        Problem(.noSuchWebhook, "there is no webhook \(id): see \"till webhook list\"")
    }

    static let unreadable = Problem(.unavailable, "a newer tilld wrote this webhook: install that version")
}

extension DeliveryResource {
    init(_ delivery: Delivery) {
        self.init(
            message: delivery.message, order: delivery.order?.text, isDead: delivery.isDead, tries: delivery.tries,
            triedAt: delivery.triedAt.map { WireTime($0) }, lastAnswer: delivery.lastAnswer,
            nextAt: delivery.isDead ? nil : WireTime(delivery.dueAt))
    }
}

extension WireTime {
    init(_ time: Timestamp) { self.init(milliseconds: time.milliseconds) }
}
