// SPDX-License-Identifier: Apache-2.0

package import ProviderKit
package import Signing
package import TillCore

/// What an OpenPay account is made of, checked. Its description tells no key and no secret.
package struct OpenPaySettings: Sendable {
    /// The merchant's number at the platform.
    package let merchant: String
    /// The platform's name for our key.
    package let keyID: String
    /// What our key signs with.
    package let algorithm: SignatureAlgorithm
    let signingKey: SigningKey
    /// What the platform signs with; while a key is replaced, the old and the new one.
    let platformKeys: [PlatformKey]
    let webhookSecrets: [[UInt8]]
    let webhookKeys: [VerifyingKey]
    /// Where the platform answers.
    package let gateway: GatewayAddress
    /// Our terminal's name.
    package let terminal: String
    /// What tells our terminal from a copy of it.
    package let fingerprint: String
    /// The shop that the terminal stands in.
    package let store: String
    /// Where the platform tells us; nil to be asked only.
    package let notifyURL: String?
    /// How long after the end of a day (UTC) the platform has its statement.
    package let statementReadyAfter: Duration
    /// What the account sells in.
    package let currency: Currency

    /// Reads texts as they stand in the configuration and in the files that it names.
    ///
    /// - Parameters:
    ///   - privateKey: PEM, or base64 of at least 16 bytes for `hmac-sha256`.
    ///   - platformKey: PEM, or base64 of at least 16 bytes for `hmac-sha256`.
    ///   - nextPlatformKeyID: the platform's name for the key that it changes to; nil for none.
    ///   - nextPlatformAlgorithm: nil for the one of the key that it replaces.
    ///   - nextPlatformKey: as `platformKey`; it goes with its name.
    ///   - webhookSecrets: `whsec_` and base64 each; several while one is replaced.
    ///   - webhookKey: an Ed25519 key of the platform's that signs notifies, PEM or `whpk_` and base64.
    ///   - nextWebhookKey: as `webhookKey`, while that is replaced.
    ///   - gateway: the base address, which ends in `/v1`.
    ///   - fingerprint: nil for the SHA-256 of our public key, which `hmac-sha256` has not.
    ///   - store: nil for the merchant's number.
    ///   - statementReadyAfter: such as `90s`, `10m` or `2h`, up to two days.
    /// - Throws: ``ProviderSettingsError`` with all that is wrong at once.
    package init(
        merchant: String, key: String, algorithm: String = "ed25519", privateKey: String,
        platformKeyID: String, platformAlgorithm: String = "ed25519", platformKey: String,
        nextPlatformKeyID: String? = nil, nextPlatformAlgorithm: String? = nil,
        nextPlatformKey: String? = nil, webhookSecrets: [String] = [], webhookKey: String? = nil,
        nextWebhookKey: String? = nil, gateway: String,
        terminal: String, fingerprint: String? = nil, store: String? = nil,
        notifyURL: String? = nil, currency: String, statementReadyAfter: String = "10m"
    ) throws(ProviderSettingsError) {
        var reader = OpenPaySettingReader()
        let merchant = reader.name(merchant, "merchant")
        let keyID = reader.name(key, "key")
        let algorithm = reader.algorithm(algorithm, "algorithm")
        let signingKey = reader.signingKey(privateKey, algorithm, "private_key_file")
        let platform = reader.platformKey(
            platformKeyID, platformAlgorithm, platformKey, settings: "platform_")
        let next = reader.nextPlatformKey(
            nextPlatformKeyID, nextPlatformAlgorithm ?? platformAlgorithm, nextPlatformKey,
            after: platformKeyID)
        let secrets = reader.webhookSecrets(webhookSecrets, "webhook_secret_file")
        let webhookKeys =
            reader.webhookKey(webhookKey, "webhook_key_file")
            + reader.webhookKey(nextWebhookKey, "next_webhook_key_file")
        let gateway = reader.gateway(gateway, "gateway")
        let terminal = reader.text(terminal, "terminal")
        let fingerprint = reader.fingerprint(fingerprint, signingKey, algorithm, "fingerprint")
        let store = store.map { reader.text($0, "store") } ?? merchant
        let notify = reader.notifyURL(notifyURL, secrets, webhookKeys, "notify_url")
        let known = reader.currency(currency, "currency")
        let ready = reader.duration(statementReadyAfter, "statement_ready_after")
        guard reader.faults.isEmpty, let merchant, let keyID, let algorithm, let signingKey,
            let platform, let gateway, let terminal, let fingerprint, let store, let known, let ready
        else { throw ProviderSettingsError(faults: reader.faults) }
        self.merchant = merchant
        self.keyID = keyID
        self.algorithm = algorithm
        self.signingKey = signingKey
        platformKeys = [platform, next].compactMap(\.self)
        self.webhookSecrets = secrets
        self.webhookKeys = webhookKeys
        self.gateway = gateway
        self.terminal = terminal
        self.fingerprint = fingerprint
        self.store = store
        self.notifyURL = notify
        self.statementReadyAfter = ready
        self.currency = known
    }

    /// The authorities that requests go to.
    package var hosts: Set<String> { [gateway.authority] }
}

extension OpenPaySettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Who and where, and nothing that is secret.
    package var description: String {
        "openpay merchant \(merchant), key \(keyID) (\(algorithm.rawValue)), at \(gateway.text)"
    }
    /// As ``description``.
    package var debugDescription: String { description }
    /// Nothing: a dump would show keys.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
