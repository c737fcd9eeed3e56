// SPDX-License-Identifier: Apache-2.0

public import TillAPI

/// A sale over time: one element a change; it ends after the one that is final.
///
/// A daemon that goes away in between is waited for as long as the client's patience lasts.
public struct OrderChanges: AsyncSequence, Sendable {
    /// A sale as it stands after a change.
    public typealias Element = OrderResource
    /// What ends the sequence early.
    public typealias Failure = ClientError

    /// The way to the daemon.
    let client: TillClient
    /// The sale.
    let id: String
    /// The sale as the caller knows it; nil if it does not.
    let seen: OrderResource?

    /// Starts to follow.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(client: client, id: id, seen: seen)
    }

    /// Follows by long polls.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let client: TillClient
        let id: String
        var seen: OrderResource?

        /// The sale after its next change; nil when it is over.
        ///
        /// - Throws: `ClientError`; the sale itself goes on.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(ClientError) -> OrderResource? {
            guard let seen else {
                let first = try await client.order(id)
                self.seen = first
                return first
            }
            guard !seen.status.isFinal else { return nil }
            let wait = OrderWait.change(version: seen.version, client.patience.poll)
            while true {
                let order = try await client.patiently { () throws(ClientError) in
                    try await client.order(id, wait: wait)
                }
                guard order.version == seen.version, order.status == seen.status else {
                    self.seen = order
                    return order
                }
                try await client.pause(client.patience.rest)
            }
        }

        /// The sale after its next change; nil when it is over.
        public mutating func next() async throws(ClientError) -> OrderResource? {
            try await next(isolation: #isolation)
        }
    }
}
