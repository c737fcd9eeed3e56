// SPDX-License-Identifier: Apache-2.0

import Signing

extension OpenPayDesk {
    /// `GET /sandbox/merchants`: everything but secrets.
    func readMerchants() throws -> JSONValue {
        .object(("merchants", .array(try books.merchants().map(entry))))
    }

    /// `POST /sandbox/merchants`: enters a merchant with its key.
    func addMerchant(_ content: JSONValue) throws -> JSONValue {
        let reader = try BodyReader(
            content,
            knows: [
                "id", "name", "currency", "script", "scripts_by_amount", "webhook_secret", "key", "algorithm",
                "public_key",
            ])
        let scriptText = try reader.optionalText("script", 1...512)
        let script: Script
        do throws(ScriptError) {
            script = try scriptText.map { text throws(ScriptError) in try Script(text) } ?? .manual
        } catch {
            throw Problem.invalid("script", error.description)
        }
        let secretText = try reader.optionalText("webhook_secret", 1...128)
        let secret = secretText.flatMap { StandardWebhook.secret($0) }
        guard (secretText == nil) == (secret == nil) else {
            throw Problem.invalid("webhook_secret", "send \"whsec_\" and 24 to 64 bytes in base64")
        }
        guard let algorithm = SignatureAlgorithm(rawValue: try reader.optionalText("algorithm", 1...32) ?? "ed25519")
        else {
            throw Problem.invalid(
                "algorithm", "send \(SignatureAlgorithm.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let merchant = Merchant(
            id: try reader.text("id", 1...32), name: try reader.text("name", 1...64),
            currency: try reader.text("currency", 3...3), script: script,
            scriptsByAmount: content["scripts_by_amount"] == .bool(true), webhookSecret: secret)
        let key = MerchantKey(
            id: try reader.text("key", 1...32), algorithm: algorithm, material: try reader.text("public_key", 1...8192))
        try MerchantForm.check(merchant)
        try MerchantForm.check(key)
        try books.add(merchant, key: key)
        return entry(merchant)
    }

    private func entry(_ merchant: Merchant) -> JSONValue {
        .object(
            ("id", .string(merchant.id)), ("name", .string(merchant.name)), ("currency", .string(merchant.currency)),
            ("script", .string(merchant.script.description)), ("scripts_by_amount", .bool(merchant.scriptsByAmount)))
    }
}
