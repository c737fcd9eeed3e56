// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Signing
import TillCore

/// Reads the texts of an account one by one and gathers what is wrong with them.
struct OpenPaySettingReader {
    /// What was wrong so far.
    private(set) var faults: [ProviderSettingFault] = []

    /// A name at the platform: 1 to 64 printable characters without spaces.
    mutating func name(_ text: String, _ field: String) -> String? {
        let isName = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
        guard (1...64).contains(text.utf8.count), isName else {
            return fault(
                field,
                "write 1 to 64 letters, digits or signs without spaces, as the platform gave it")
        }
        return text
    }

    /// A text of 1 to 64 characters on one line.
    mutating func text(_ text: String, _ field: String) -> String? {
        guard (1...64).contains(text.unicodeScalars.count),
            OpenPayName.shown(text, longest: 64) == text,
            text.contains(where: { $0 != " " })
        else { return fault(field, "write 1 to 64 characters on one line") }
        return text
    }

    /// One of the five algorithms.
    mutating func algorithm(_ text: String, _ field: String) -> SignatureAlgorithm? {
        guard let algorithm = SignatureAlgorithm(rawValue: text) else {
            let known = SignatureAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
            return fault(field, "this is no algorithm: write one of \(known)")
        }
        return algorithm
    }

    /// Our key, which has to be able to sign with the algorithm.
    mutating func signingKey(_ text: String, _ algorithm: SignatureAlgorithm?, _ field: String)
        -> SigningKey?
    {
        guard let algorithm else { return nil }
        if algorithm == .hmac {
            return secret(text, field).map { SigningKey(secret: $0) }
        }
        do throws(SigningError) {
            let key = try SigningKey(pem: text)
            _ = try key.sign([], with: algorithm)
            return key
        } catch {
            return fault(field, "\(error)")
        }
    }

    /// The platform's key.
    mutating func verifyingKey(_ text: String, _ algorithm: SignatureAlgorithm?, _ field: String)
        -> VerifyingKey?
    {
        guard let algorithm else { return nil }
        if algorithm == .hmac {
            return secret(text, field).map { VerifyingKey(secret: $0) }
        }
        do throws(SigningError) {
            return try VerifyingKey(pem: text)
        } catch {
            return fault(field, "\(error)")
        }
    }

    /// A key of the platform's with its name; its three settings begin with the same word.
    mutating func platformKey(
        _ id: String, _ algorithm: String, _ key: String, settings prefix: String
    ) -> PlatformKey? {
        let id = name(id, prefix + "key")
        let algorithm = self.algorithm(algorithm, prefix + "algorithm")
        let key = verifyingKey(key, algorithm, prefix + "key_file")
        guard let id, let algorithm, let key else { return nil }
        return PlatformKey(id: id, algorithm: algorithm, key: key)
    }

    /// The key that the platform changes to; nil for none.
    mutating func nextPlatformKey(
        _ id: String?, _ algorithm: String, _ key: String?, after first: String
    ) -> PlatformKey? {
        switch (id, key) {
        case (nil, nil): nil
        case (let id?, _?) where id == first:
            fault("next_platform_key", "this is the name of platform_key: write the new one's")
        case (let id?, let key?):
            platformKey(id, algorithm, key, settings: "next_platform_")
        case (_?, nil): fault("next_platform_key_file", "add the file of next_platform_key")
        case (nil, _?): fault("next_platform_key", "add the name of next_platform_key_file")
        }
    }

    /// A time such as 90s, 10m or 2h, up to two days.
    mutating func duration(_ text: String, _ field: String) -> Duration? {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
            (0...172_800 / unit).contains(count)
        else { return fault(field, "write a time such as 90s, 10m or 2h, up to 48h") }
        return .seconds(count * unit)
    }

    /// Shared secrets for notifies.
    mutating func webhookSecrets(_ texts: [String], _ field: String) -> [[UInt8]] {
        guard texts.count <= 8 else {
            faults.append(
                ProviderSettingFault(
                    field: field, why: "more than 8 secrets: leave out the old ones"))
            return []
        }
        return texts.compactMap { text in
            StandardWebhook.secret(Self.trimmed(text))
                ?? fault(
                    field,
                    "a secret is \"whsec_\" and base64 of 24 to 64 bytes, as the platform gave it")
        }
    }

    /// The platform's key for notifies; empty for none.
    mutating func webhookKey(_ text: String?, _ field: String) -> [VerifyingKey] {
        guard let text else { return [] }
        let trimmed = Self.trimmed(text)
        if trimmed.hasPrefix("whpk_") {
            let key =
                StandardWebhook.key(trimmed)
                ?? fault(field, "a key is \"whpk_\" and base64 of 32 bytes")
            return key.map { [$0] } ?? []
        }
        return verifyingKey(text, .ed25519, field).map { [$0] } ?? []
    }

    /// The base address.
    mutating func gateway(_ text: String, _ field: String) -> GatewayAddress? {
        guard let address = GatewayAddress(text) else {
            return fault(
                field,
                "write an https address without user and query, such as https://pay.example/v1 (http is for this machine only)"
            )
        }
        guard address.path.hasSuffix("/v1") else {
            return fault(field, "the address has to end in /v1")
        }
        return address
    }

    /// What tells our terminal from a copy of it.
    mutating func fingerprint(
        _ text: String?, _ key: SigningKey?, _ algorithm: SignatureAlgorithm?, _ field: String
    ) -> String? {
        if let text { return self.text(text, field) }
        guard let key, let algorithm else { return nil }
        guard algorithm != .hmac else {
            return fault(field, "hmac-sha256 has no public key to take it from: write one")
        }
        do throws(SigningError) {
            return Hex.encode(Digest.sha256(Array(try key.verifyingKey.pem().utf8)))
        } catch {
            return fault(field, "\(error)")
        }
    }

    /// Where notifies go: they need something to be proven with.
    mutating func notifyURL(
        _ text: String?, _ secrets: [[UInt8]], _ keys: [VerifyingKey], _ field: String
    ) -> String? {
        guard let text else { return nil }
        guard GatewayAddress(text) != nil else {
            return fault(
                field,
                "write an https address without user and query (http is for this machine only)")
        }
        guard !secrets.isEmpty || !keys.isEmpty else {
            return fault(
                field, "notifies cannot be proven: add webhook_secret_file")
        }
        return text
    }

    /// Three letters.
    mutating func currency(_ text: String, _ field: String) -> Currency? {
        Currency(text)
            ?? fault(
                field, "this is no currency of ISO 4217: write three capital letters, such as CNY")
    }

    private mutating func secret(_ text: String, _ field: String) -> [UInt8]? {
        guard let secret = Base64.decode(Self.trimmed(text)), (16...1024).contains(secret.count)
        else {
            return fault(field, "a secret for hmac-sha256 is base64 of at least 16 bytes")
        }
        return secret
    }

    private mutating func fault<Value>(_ field: String, _ why: String) -> Value? {
        faults.append(ProviderSettingFault(field: field, why: why))
        return nil
    }

    /// Editors leave a line break at the end of a file.
    private static func trimmed(_ text: String) -> String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        let start = text.drop(while: isSpace)
        return String(start.reversed().drop(while: isSpace).reversed())
    }
}
