// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// A stretch of the journal.
    ///
    /// - Parameters:
    ///   - after: Where the page before ended; the oldest event if nil.
    ///   - order: Only events of this sale, if given.
    ///   - wait: How long the daemon waits for a first event, 60 seconds at most.
    public func events(
        after: String? = nil, order: String? = nil, wait: Duration = .zero
    ) async throws(ClientError) -> EventPage {
        var query: [(String, String)] = []
        if let after { query.append(("after", after)) }
        if let order { query.append(("order", order)) }
        if wait > .zero { query.append(("wait", wait.wholeSeconds)) }
        return try await message(Call(.get, ["events"], query: query, wait: wait))
    }

    /// The journal as it grows, without end.
    public func eventFeed(after: String? = nil, order: String? = nil) -> EventFeed {
        EventFeed(client: self, after: after, order: order)
    }

    /// A sale as it stands, and then each change until it is over.
    public func changes(of id: String) -> OrderChanges {
        OrderChanges(client: self, id: id, seen: nil)
    }

    /// Each change of a sale after one that is known, until it is over.
    public func changes(after order: OrderResource) -> OrderChanges {
        OrderChanges(client: self, id: order.id, seen: order)
    }
}
