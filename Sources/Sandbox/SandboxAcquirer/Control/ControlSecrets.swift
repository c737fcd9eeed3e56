// SPDX-License-Identifier: Apache-2.0

/// Keeps secrets that the control API is handed out of recordings.
enum ControlSecrets {
    /// A body with what nobody may read hidden; what is no JSON object is left out.
    static func hidden(in body: [UInt8]) -> [UInt8] {
        guard !body.isEmpty else { return body }
        // Nothing came of a body that cannot be read.
        guard let value = try? JSONParser.value(of: body) else { return [] }
        var hidden = ["webhook_secret": JSONValue.string(ExchangeRecord.hidden)]
        // The name of a merchant's key is a member "key" as well.
        if value["key"]?.text?.contains("PRIVATE KEY") == true { hidden["key"] = .string(ExchangeRecord.hidden) }
        if value["algorithm"]?.text == "hmac-sha256" { hidden["public_key"] = .string(ExchangeRecord.hidden) }
        return value.replacing(hidden).bytes
    }
}
