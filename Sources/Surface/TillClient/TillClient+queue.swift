// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// A stretch of the queue.
    ///
    /// - Parameters:
    ///   - lane: Only this lane, if given.
    ///   - order: Only what this sale owes, if given.
    ///   - isHeld: Only what is held, or only what is not, if given.
    ///   - after: Where the page before ended; the oldest row if nil.
    public func queue(
        lane: String? = nil, order: String? = nil, isHeld: Bool? = nil, after: Int64? = nil
    ) async throws(ClientError) -> QueuePage {
        var query: [(String, String)] = []
        if let lane { query.append(("lane", lane)) }
        if let order { query.append(("order", order)) }
        if let isHeld { query.append(("held", "\(isHeld)")) }
        if let after { query.append(("after", "\(after)")) }
        return try await message(Call(.get, ["queue"], query: query))
    }

    /// Holds a row, what a sale owes, or a lane until it is released.
    ///
    /// - Parameter target: A row's number, a sale's id, or a lane's name.
    public func holdWork(
        _ target: String, _ request: HoldWorkRequest, key: IdempotencyKey
    ) async throws(ClientError) -> QueuePage {
        try await message(Call(.post, ["queue", target, "hold"], body: request, key: key))
    }

    /// Lets held work go on.
    ///
    /// - Parameter target: A row's number, a sale's id, or a lane's name.
    public func releaseWork(
        _ target: String, _ request: ReleaseWorkRequest = ReleaseWorkRequest(), key: IdempotencyKey
    ) async throws(ClientError) -> QueuePage {
        try await message(Call(.post, ["queue", target, "release"], body: request, key: key))
    }

    /// Has what waits for its time tried now.
    public func flushQueue(_ request: FlushQueueRequest = FlushQueueRequest(), key: IdempotencyKey)
        async throws(ClientError) -> QueuePage
    {
        try await message(Call(.post, ["queue", "flush"], body: request, key: key))
    }

    /// Whether new sales are taken and what is owed, now or when the draining has come to its end.
    ///
    /// - Parameter wait: How long the daemon waits for that end, 60 seconds at most.
    public func drain(wait: Duration = .zero) async throws(ClientError) -> DrainResource {
        let query = wait > .zero ? [("wait", wait.wholeSeconds)] : []
        return try await message(Call(.get, ["drain"], query: query, wait: wait))
    }

    /// Takes no new sales from now on.
    public func beginDraining(_ request: DrainRequest = DrainRequest(), key: IdempotencyKey)
        async throws(ClientError) -> DrainResource
    {
        try await message(Call(.post, ["drain"], body: request, key: key))
    }

    /// Takes new sales again.
    public func endDraining(_ request: EndDrainRequest = EndDrainRequest(), key: IdempotencyKey)
        async throws(ClientError) -> DrainResource
    {
        try await message(Call(.post, ["drain", "end"], body: request, key: key))
    }
}
