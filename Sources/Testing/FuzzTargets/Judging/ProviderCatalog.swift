// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What the reader of settings asks the daemon's own catalogue for: ids, and the keys of a section.
enum ProviderCatalog {
    /// A provider by its word and its keys.
    struct Maker: Sendable {
        let id: ProviderID
        let keys: [String]
    }

    static let all: [Maker] = [
        Maker(
            id: "openpay",
            keys: [
                "merchant", "key", "algorithm", "private_key_file", "fingerprint", "platform_key",
                "platform_algorithm", "platform_key_file", "next_platform_key", "next_platform_algorithm",
                "next_platform_key_file", "webhook_secret_file", "webhook_key_file", "next_webhook_secret_file",
                "next_webhook_key_file", "gateway", "currency", "statement_ready_after",
            ])
    ]

    static func maker(_ id: String) -> Maker? { all.first { $0.id.text == id } }
}
