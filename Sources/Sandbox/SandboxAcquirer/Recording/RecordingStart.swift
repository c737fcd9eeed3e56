// SPDX-License-Identifier: Apache-2.0

import Signing

/// What a recorded session began with: everything that answers depend on but secrets.
struct RecordingStart {
    /// The version of recordings that is written.
    static let version: Int64 = 1

    /// A merchant and its public keys.
    struct Entry {
        let merchant: Merchant
        let hasSecret: Bool
        let keys: [MerchantKey]
    }

    /// Where payment codes begin.
    let baseURL: String
    /// In milliseconds.
    let statementDelay: Int64
    /// What the platform's key is called.
    let keyID: String
    /// What new payments take in turn.
    let scripts: [Script]
    /// All merchants.
    let merchants: [Entry]

    /// The first line of a recording.
    var line: [UInt8] {
        JSONValue.object(
            ("recording", .integer(Self.version)), ("program", .string("till-sandbox")), ("base_url", .string(baseURL)),
            ("statement_delay_ms", .integer(statementDelay)), ("platform_key", .string(keyID)),
            ("scripts", .array(scripts.map { .string($0.description) })), ("merchants", .array(merchants.map(\.value)))
        ).bytes
    }

    /// Takes a bank as it stands; the caller has seen to it that there are no payments yet.
    init(_ bank: OpenPayBank, _ books: BooksWrite) throws {
        baseURL = bank.baseURL
        statementDelay = bank.statementDelay
        keyID = bank.keys.id
        scripts = bank.scriptFile?.scripts ?? []
        merchants = try books.merchants().map { merchant in
            let keys = try books.keys(of: merchant.id)
            guard !keys.contains(where: { $0.algorithm == .hmac }) else {
                throw RecordingError.secretKey(merchant: merchant.id)
            }
            return Entry(merchant: merchant, hasSecret: merchant.webhookSecret != nil, keys: keys)
        }
    }

    /// Reads the first line of a recording.
    init(_ line: [UInt8]) throws(RecordingError) {
        guard let value = try? JSONParser.value(of: line), let version = value["recording"]?.whole else {
            throw .noRecording
        }
        guard version <= Self.version else { throw .newer(version) }
        guard let baseURL = value["base_url"]?.text, let delay = value["statement_delay_ms"]?.whole,
            let keyID = value["platform_key"]?.text
        else { throw .noRecording }
        self.baseURL = baseURL
        statementDelay = delay
        self.keyID = keyID
        do throws(ScriptError) {
            var scripts: [Script] = []
            for text in value["scripts"]?.elements.compactMap(\.text) ?? [] { scripts.append(try Script(text)) }
            self.scripts = scripts
            var merchants: [Entry] = []
            for entry in value["merchants"]?.elements ?? [] { merchants.append(try Entry(entry)) }
            self.merchants = merchants
        } catch {
            throw .unreadable("the recording's first line: \(error)")
        }
    }
}

extension RecordingStart.Entry {
    /// The merchant as the first line has it.
    fileprivate var value: JSONValue {
        .object(
            ("id", .string(merchant.id)), ("name", .string(merchant.name)), ("currency", .string(merchant.currency)),
            ("script", .string(merchant.script.description)), ("scripts_by_amount", .bool(merchant.scriptsByAmount)),
            ("has_secret", .bool(hasSecret)), ("allowed", .array(merchant.allowed.map { .string($0) })),
            ("denied", .array(merchant.denied.map { .string($0) })),
            (
                "keys",
                .array(
                    keys.map { key in
                        .object(
                            ("id", .string(key.id)), ("algorithm", .string(key.algorithm.rawValue)),
                            ("public_key", .string(key.material)))
                    })
            ))
    }

    fileprivate init(_ value: JSONValue) throws(ScriptError) {
        func text(_ name: String) -> String { value[name]?.text ?? "" }
        merchant = Merchant(
            id: text("id"), name: text("name"), currency: text("currency"), script: try Script(text("script")),
            scriptsByAmount: value["scripts_by_amount"] == .bool(true),
            allowed: value["allowed"]?.elements.compactMap(\.text) ?? [],
            denied: value["denied"]?.elements.compactMap(\.text) ?? [])
        hasSecret = value["has_secret"] == .bool(true)
        keys = (value["keys"]?.elements ?? []).map { key in
            MerchantKey(
                id: key["id"]?.text ?? "",
                algorithm: key["algorithm"]?.text.flatMap { SignatureAlgorithm(rawValue: $0) } ?? .ed25519,
                material: key["public_key"]?.text ?? "")
        }
    }
}
