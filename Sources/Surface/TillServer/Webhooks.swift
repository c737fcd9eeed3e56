// SPDX-License-Identifier: Apache-2.0

package import TillAPI
package import TillStore

extension TillServer {
    /// What the server is told of webhooks, and has done about them; `isReplay` says that a key had been used before.
    package struct Webhooks: Sendable {
        /// The endpoints.
        package let list: @Sendable () async throws -> [WebhookResource]
        /// Adds one.
        package let add:
            @Sendable (AddWebhookRequest, TillStore.IdempotencyKey) async throws -> (
                WebhookSecretResource, isReplay: Bool
            )
        /// Sends a trial to one.
        package let test: @Sendable (_ id: String) async throws -> WebhookTestResource
        /// Gives one a new secret.
        package let rotate:
            @Sendable (_ id: String, RotateWebhookRequest, TillStore.IdempotencyKey) async throws -> (
                WebhookSecretResource, isReplay: Bool
            )
        /// Has one told again.
        package let redeliver:
            @Sendable (_ id: String, RedeliverRequest, TillStore.IdempotencyKey) async throws -> (
                WebhookResource, isReplay: Bool
            )
        /// Takes one away.
        package let remove: @Sendable (_ id: String, TillStore.IdempotencyKey) async throws -> Bool
        /// What waits for one, or was given up.
        package let deliveries:
            @Sendable (_ id: String, _ isDead: Bool?, _ after: String?, _ limit: Int) async throws -> DeliveryPage

        /// Takes what is handed in.
        package init(
            list: @escaping @Sendable () async throws -> [WebhookResource],
            add:
                @escaping @Sendable (AddWebhookRequest, TillStore.IdempotencyKey) async throws -> (
                    WebhookSecretResource, isReplay: Bool
                ),
            test: @escaping @Sendable (_ id: String) async throws -> WebhookTestResource,
            rotate:
                @escaping @Sendable (_ id: String, RotateWebhookRequest, TillStore.IdempotencyKey) async throws -> (
                    WebhookSecretResource, isReplay: Bool
                ),
            redeliver:
                @escaping @Sendable (_ id: String, RedeliverRequest, TillStore.IdempotencyKey) async throws -> (
                    WebhookResource, isReplay: Bool
                ),
            remove: @escaping @Sendable (_ id: String, TillStore.IdempotencyKey) async throws -> Bool,
            deliveries:
                @escaping @Sendable (_ id: String, _ isDead: Bool?, _ after: String?, _ limit: Int) async throws
                -> DeliveryPage
        ) {
            self.list = list
            self.add = add
            self.test = test
            self.rotate = rotate
            self.redeliver = redeliver
            self.remove = remove
            self.deliveries = deliveries
        }

        /// A daemon that tells nobody.
        package static let none = Webhooks(
            list: { [] }, add: { _, _ in throw absent }, test: { throw unknown($0) },
            rotate: { id, _, _ in throw unknown(id) }, redeliver: { id, _, _ in throw unknown(id) },
            remove: { id, _ in throw unknown(id) }, deliveries: { id, _, _, _ in throw unknown(id) })

        private static let absent = Problem(.unavailable, "this daemon sends no webhooks")

        private static func unknown(_ id: String) -> Problem {
            Problem(.noSuchWebhook, "there is no webhook \(id): this daemon sends none")
        }
    }
}
