// SPDX-License-Identifier: Apache-2.0

/// A merchant as the books keep it.
package struct Merchant: Sendable, Hashable {
    /// 1 to 32 letters, digits, "-" and "_": "M-42".
    package let id: String
    /// Shown on the phone page.
    package let name: String
    /// The one currency that the merchant takes, ISO 4217.
    package let currency: String
    /// What happens to payments for which nothing else is chosen.
    package var script: Script
    /// Whether the last two digits of an amount choose a script word.
    package let scriptsByAmount: Bool
    /// What `v1` signatures of notifies are made with; nil for none.
    package let webhookSecret: [UInt8]?
    /// Addresses that may call; empty for all.
    package let allowed: [String]
    /// Addresses that may not call.
    package let denied: [String]

    /// Puts the parts together; the books check their form.
    package init(
        id: String, name: String, currency: String, script: Script = .manual, scriptsByAmount: Bool = false,
        webhookSecret: [UInt8]? = nil, allowed: [String] = [], denied: [String] = []
    ) {
        self.id = id
        self.name = name
        self.currency = currency
        self.script = script
        self.scriptsByAmount = scriptsByAmount
        self.webhookSecret = webhookSecret
        self.allowed = allowed
        self.denied = denied
    }

    /// Whether a text can be a merchant's number or a key's name.
    package static func isIdentifier(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count) && BodyReader.isReference(text)
    }

    /// Whether a text can be a merchant's number for a payment or refund.
    package static func isReference(_ text: String) -> Bool { BodyReader.isReference(text) }
}
