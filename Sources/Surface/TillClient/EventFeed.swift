// SPDX-License-Identifier: Apache-2.0

public import TillAPI

/// The journal as it grows; it ends only with an error.
///
/// An event of the type `reset` says that what was read before is no longer the truth.
public struct EventFeed: AsyncSequence, Sendable {
    /// An event.
    public typealias Element = EventResource
    /// What ends the sequence.
    public typealias Failure = ClientError

    /// The way to the daemon.
    let client: TillClient
    /// The event to start after; the oldest one if nil.
    let after: String?
    /// The sale to follow; all if nil.
    let order: String?

    /// Starts to follow.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(client: client, order: order, last: after)
    }

    /// Follows by long polls.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let client: TillClient
        let order: String?
        var last: String?
        var waiting: ArraySlice<EventResource> = []
        var hasReached = false

        /// The next event.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(ClientError) -> EventResource? {
            while true {
                if let event = waiting.popFirst() { return event }
                let (after, order, client) = (last, order, client)
                let fetch = { () async throws(ClientError) -> EventPage in
                    try await client.events(after: after, order: order, wait: client.patience.poll)
                }
                // Only a daemon that was there before is waited for.
                let page = hasReached ? try await client.patiently(fetch) : try await fetch()
                hasReached = true
                last = page.last
                waiting = page.events[...]
                if waiting.isEmpty { try await client.pause(client.patience.rest) }
            }
        }

        /// The next event.
        public mutating func next() async throws(ClientError) -> EventResource? {
            try await next(isolation: #isolation)
        }
    }
}
