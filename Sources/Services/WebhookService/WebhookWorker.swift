// SPDX-License-Identifier: Apache-2.0

package import Logging
import TillAPI
import TillCore
import TillStore

/// Tells endpoints what the journal says, each with a cursor and a queue of its own.
///
/// ```
///  journal ──▶ what an endpoint wants becomes deliveries, with its cursor, in one write
///              a delivery ──▶ signed ──▶ sent ──▶ 2xx: no row any more
///                                            └──▶ else: later, and in the end given up
/// ```
///
/// One message is on its way to an endpoint at a time. When the power fails between the answer and the
/// write, the message goes out again under the same id.
package struct WebhookWorker: Sendable {
    let post: WebhookPost
    let board: WebhookBoard
    let logger: Logger

    /// What the ledger calls followers of this kind.
    package static let kind = "webhook"
    /// Endpoints that there may be.
    package static let endpointsMax = 16
    /// Deliveries that may wait for an endpoint or be given up: then its cursor stays where it is.
    package static let queueMax = 1000
    /// Rows of the journal that are looked at in one read.
    static let pageMax = 200
    /// Rows that concern nobody after which the cursor is moved all the same.
    static let idleMax: Int64 = 500

    /// Puts a worker together; it does nothing until it is run.
    package init(post: WebhookPost, board: WebhookBoard, logger: Logger) {
        self.post = post
        self.board = board
        self.logger = logger
    }

    var ledger: Ledger { post.ledger }

    /// An endpoint as the worker last read it.
    struct Followed: Sendable {
        let id: String
        let endpoint: Endpoint
        var seq: Int64
    }

    /// What the worker knows between rounds, all of which can be read again.
    package struct Rounds: Sendable {
        var endpoints: [Followed] = []
        /// How far each has been looked at the journal, at or beyond its cursor.
        var scanned: [String: Int64] = [:]
        /// Endpoints that are left alone, and how often in a row they did not answer.
        var rests: [String: (until: Timestamp, failures: Int)] = [:]
        /// Until when nothing is due for an endpoint, as long as nothing new comes up for it.
        var quiet: [String: Timestamp] = [:]
        /// Endpoints for which no more was taken up, as long as nobody has seen room.
        var full: Set<String> = []
        /// Endpoints that a message is on its way to.
        var underWay: Set<String> = []

        /// Begins with nothing.
        package init() {}
    }

    /// How one try ended.
    struct Turn: Sendable {
        let endpoint: String
        /// Whether the endpoint takes messages, or does not now; nil if that is not known.
        let answers: Bool?
        /// How long it wants to be left alone.
        let wish: Duration?
    }

    /// Sends a delivery once and notes what came of it.
    func perform(_ delivery: Delivery, _ endpoint: Endpoint) async throws -> Turn {
        let verdict: DeliveryVerdict
        do {
            guard let event = try await ledger.event(delivery.seq) else {
                try await ledger.noteFailed(delivery, "the journal has no row \(delivery.seq) any more", until: nil)
                return Turn(endpoint: delivery.follower, answers: nil, wish: nil)
            }
            // As it was then: the same bytes at every try, whatever has happened since.
            var order: Order?
            if let id = event.row.order { order = try await ledger.order(id, asOf: delivery.seq) }
            verdict = try await post.send(delivery.message, post.body(event, order), to: endpoint).1
        } catch is WebhookPost.LostSecret {
            try await stop(delivery.follower, because: Self.lostSecret)
            return Turn(endpoint: delivery.follower, answers: nil, wish: nil)
        } catch is DecodingError {
            verdict = .failed(Ledger.unreadable, isOut: false, wish: nil)
        }
        return try await note(verdict, of: delivery)
    }

    /// Why an endpoint is stopped whose secret cannot be made.
    static let lostSecret =
        "what its secret is made of is gone or another one: give it a new one with \"till webhook rotate\""

    private func note(_ verdict: DeliveryVerdict, of delivery: Delivery) async throws -> Turn {
        switch verdict {
        case .delivered:
            try await ledger.noteDelivered(delivery)
            return Turn(endpoint: delivery.follower, answers: true, wish: nil)
        case .gone:
            let pause = RetryPlan.pauses[0]
            try await ledger.noteFailed(delivery, verdict.sentence, until: ledger.time.now + pause)
            try await stop(
                delivery.follower,
                because: "it answered 410 Gone: if it is there again, send on with \"till webhook redeliver\"")
            return Turn(endpoint: delivery.follower, answers: true, wish: nil)
        case .failed(let why, let isOut, let wish):
            // The daemon's end broke it off: nobody knows what came of it, and it goes out again.
            try Task.checkCancellation()
            let pause = RetryPlan.pause(after: delivery.tries + 1, chance: post.randomBytes(2))
            let until = pause.map { ledger.time.now + max($0, min(wish ?? .zero, .seconds(3600))) }
            try await ledger.noteFailed(delivery, why, until: until)
            var metadata: Logger.Metadata = [
                "webhook": "\(delivery.follower)", "message": "\(delivery.message)",
                "try": "\(delivery.tries + 1)", "why": "\(why)",
            ]
            if let order = delivery.order { metadata["order"] = "\(order)" }
            logger.notice(
                until == nil ? "a webhook was given up" : "a webhook was not delivered", metadata: metadata)
            return Turn(endpoint: delivery.follower, answers: !isOut, wish: wish)
        }
    }

    private func stop(_ id: String, because why: String) async throws {
        try await ledger.stop(id, because: why)
        board.note()
        logger.warning("a webhook is stopped", metadata: ["webhook": "\(id)", "why": "\(why)"])
    }
}
