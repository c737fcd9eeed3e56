// SPDX-License-Identifier: Apache-2.0

import OpenPayProvider
import PaymentService
import ProviderKit
import TillCore

/// The providers that this daemon has. One entry each.
enum ProviderCatalog {
    /// How a provider is made from a section of the configuration.
    struct Maker: Sendable {
        let id: ProviderID
        /// The section's keys; those that end in `_file` name files and arrive as their content.
        let keys: [String]
        /// What the provider calls settings that stand in other sections, and their keys there.
        let elsewhere: [String: String]
        let make:
            @Sendable (Settings.Account, Settings) throws(ProviderSettingsError) ->
                PaymentService
                .Account
    }

    static let all: [Maker] = [
        Maker(
            id: OpenPayProvider.id,
            keys: [
                "merchant", "key", "algorithm", "private_key_file", "fingerprint", "platform_key",
                "platform_algorithm", "platform_key_file", "next_platform_key",
                "next_platform_algorithm", "next_platform_key_file", "webhook_secret_file",
                "next_webhook_secret_file", "webhook_key_file", "next_webhook_key_file", "gateway",
                "currency", "statement_ready_after",
            ],
            elsewhere: [
                "terminal": "terminal.id", "store": "terminal.merchant",
                "notify_url": "notify.public_url",
            ], make: openPay)
    ]

    /// The maker of a provider's id; nil if there is none.
    static func maker(_ id: String) -> Maker? { all.first { $0.id.text == id } }

    private static func openPay(_ account: Settings.Account, _ settings: Settings)
        throws(ProviderSettingsError) -> PaymentService.Account
    {
        let values = account.section
        let notify = settings.notify?.publicURL.map { "\($0)/\(account.id)" }
        let made = try OpenPaySettings(
            merchant: values["merchant"] ?? "", key: values["key"] ?? "",
            algorithm: values["algorithm"] ?? "ed25519",
            privateKey: values["private_key_file"] ?? "",
            platformKeyID: values["platform_key"] ?? "",
            platformAlgorithm: values["platform_algorithm"] ?? "ed25519",
            platformKey: values["platform_key_file"] ?? "",
            nextPlatformKeyID: values["next_platform_key"],
            nextPlatformAlgorithm: values["next_platform_algorithm"],
            nextPlatformKey: values["next_platform_key_file"],
            webhookSecrets: ["webhook_secret_file", "next_webhook_secret_file"].compactMap {
                values[$0]
            },
            webhookKey: values["webhook_key_file"],
            nextWebhookKey: values["next_webhook_key_file"],
            gateway: values["gateway"] ?? "", terminal: settings.terminal.id.text,
            fingerprint: values["fingerprint"], store: settings.terminal.merchant, notifyURL: notify,
            currency: values["currency"] ?? settings.terminal.currency.code,
            statementReadyAfter: values["statement_ready_after"] ?? "10m")
        return PaymentService.Account(
            id: account.id, currency: made.currency, provider: OpenPayProvider(settings: made),
            hosts: made.hosts)
    }
}
