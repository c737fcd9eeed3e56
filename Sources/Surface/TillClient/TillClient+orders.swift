// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// Opens a sale.
    ///
    /// - Parameters:
    ///   - key: The same key never opens a second sale.
    ///   - wait: Whether the daemon answers only when the code is there, or after ten seconds.
    /// - Throws: After `noAnswer` the sale may be open; calling again with the same key tells.
    public func openOrder(
        _ request: OpenOrderRequest, key: IdempotencyKey, waitForCode wait: Bool = false
    ) async throws(ClientError) -> OrderResource {
        try await message(
            Call(
                .post, ["orders"], query: wait ? [("wait", "presented")] : [], body: request,
                key: key,
                wait: wait ? .seconds(10) : .zero))
    }

    /// The sales that are not over.
    public func openOrders() async throws(ClientError) -> [OrderResource] {
        let page: OrderPage = try await message(Call(.get, ["orders"], query: [("open", "true")]))
        return page.orders
    }

    /// A sale as it stands, or as it stands after waiting.
    public func order(_ id: String, wait: OrderWait = .none) async throws(ClientError)
        -> OrderResource
    {
        try await message(Call(.get, ["orders", id], query: wait.query, wait: wait.timeout))
    }

    /// Gives up a sale; only the acquirer's answer decides whether that still works.
    public func cancelOrder(_ id: String, key: IdempotencyKey) async throws(ClientError)
        -> OrderResource
    {
        try await message(Call(.post, ["orders", id, "cancel"], body: EmptyRequest(), key: key))
    }

    /// Asks for a new code for a sale.
    public func newAttempt(
        _ id: String, _ request: NewAttemptRequest = NewAttemptRequest(), key: IdempotencyKey
    ) async throws(ClientError) -> OrderResource {
        try await message(Call(.post, ["orders", id, "attempts"], body: request, key: key))
    }

    /// Makes the daemon ask the acquirer now.
    public func checkOrder(_ id: String) async throws(ClientError) -> OrderResource {
        try await message(Call(.post, ["orders", id, "check"], body: EmptyRequest()))
    }

    /// Gives back part of a paid sale, or all that is left.
    public func refundOrder(
        _ id: String, _ request: RefundRequest = RefundRequest(), key: IdempotencyKey
    ) async throws(ClientError) -> OrderResource {
        try await message(Call(.post, ["orders", id, "refunds"], body: request, key: key))
    }

    /// Prints a further copy of the receipt, marked as such.
    public func reprintOrder(_ id: String, key: IdempotencyKey) async throws(ClientError)
        -> OrderResource
    {
        try await message(Call(.post, ["orders", id, "reprint"], body: EmptyRequest(), key: key))
    }

    /// The receipt of a sale: UTF-8 text, or a PNG picture.
    public func receipt(of id: String, as format: ReceiptFormat) async throws(ClientError)
        -> [UInt8]
    {
        try await bytes(
            Call(.get, ["orders", id, "receipt"], query: [("format", format.rawValue)]))
    }

    /// The payment code of a sale: half blocks of text, a PNG picture, or what is in the code.
    public func code(of id: String, as format: CodeFormat) async throws(ClientError) -> [UInt8] {
        try await bytes(Call(.get, ["orders", id, "code"], query: [("format", format.rawValue)]))
    }
}
