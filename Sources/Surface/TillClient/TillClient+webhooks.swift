// SPDX-License-Identifier: Apache-2.0

public import TillAPI

extension TillClient {
    /// The endpoints that are told of sales.
    ///
    /// - Throws: ``ClientError``.
    public func webhooks() async throws(ClientError) -> [WebhookResource] {
        let page: WebhookPage = try await message(Call(.get, ["webhooks"]))
        return page.webhooks
    }

    /// Adds an endpoint; its secret is in the answer, and in none later.
    ///
    /// - Throws: ``ClientError``.
    public func addWebhook(_ request: AddWebhookRequest, key: IdempotencyKey) async throws(ClientError)
        -> WebhookSecretResource
    {
        try await message(Call(.post, ["webhooks"], body: request, key: key))
    }

    /// Sends a trial to an endpoint and says what it answered.
    ///
    /// - Throws: ``ClientError``.
    public func testWebhook(_ id: String) async throws(ClientError) -> WebhookTestResource {
        try await message(Call(.post, ["webhooks", id, "test"], body: EmptyRequest(), wait: .seconds(30)))
    }

    /// Gives an endpoint a new secret, which is in the answer and in none later.
    ///
    /// - Throws: ``ClientError``.
    public func rotateWebhook(_ id: String, _ request: RotateWebhookRequest, key: IdempotencyKey)
        async throws(ClientError) -> WebhookSecretResource
    {
        try await message(Call(.post, ["webhooks", id, "rotate"], body: request, key: key))
    }

    /// Has an endpoint told again.
    ///
    /// - Throws: ``ClientError``.
    public func redeliver(_ id: String, _ request: RedeliverRequest, key: IdempotencyKey) async throws(ClientError)
        -> WebhookResource
    {
        try await message(Call(.post, ["webhooks", id, "redeliver"], body: request, key: key))
    }

    /// Takes an endpoint away with all that waits for it; those that are left are in the answer.
    ///
    /// - Throws: ``ClientError``.
    public func removeWebhook(_ id: String, key: IdempotencyKey) async throws(ClientError) -> [WebhookResource] {
        let page: WebhookPage = try await message(
            Call(.post, ["webhooks", id, "remove"], body: EmptyRequest(), key: key))
        return page.webhooks
    }

    /// What waits for an endpoint, and what was given up.
    ///
    /// - Parameter after: Where the page before ended; the oldest event if nil.
    /// - Throws: ``ClientError``.
    public func webhookDeliveries(_ id: String, after: String? = nil) async throws(ClientError) -> DeliveryPage {
        try await message(Call(.get, ["webhooks", id, "deliveries"], query: after.map { [("after", $0)] } ?? []))
    }
}
