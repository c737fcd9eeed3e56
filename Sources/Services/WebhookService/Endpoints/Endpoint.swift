// SPDX-License-Identifier: Apache-2.0

import Foundation
import Signing
package import TillAPI
package import TillCore

/// An endpoint as the ledger keeps it: where, what of, and signed with what.
package struct Endpoint: Codable, Sendable, Hashable {
    /// Where it is told.
    package var url: String
    /// What people call it.
    package var name: String?
    /// The types and groups of events that it is told of.
    package var events: [String]
    /// What its secrets are made of, the newest first.
    package var secrets: [Secret]

    /// What is kept of a secret, which is not enough to make it.
    package struct Secret: Codable, Sendable, Hashable {
        /// What tells it from all others, in hexadecimal digits.
        package var salt: String
        /// The beginning of its SHA-256: a secret that is made of another seed is none.
        package var check: String
        /// Until when it is signed with, in milliseconds of ledger time; nil if for good.
        package var until: Int64?
    }

    /// Whether it is told of events of a type.
    package func wants(_ type: EventType) -> Bool { events.contains { type.isMeant(by: $0) } }

    /// The secrets that are signed with at a time, the newest first.
    package func valid(at now: Timestamp) -> [Secret] {
        secrets.filter { $0.until.map { $0 > now.milliseconds } ?? true }
    }

    /// Puts a new secret in front; the one before is signed with until a time, and older ones no more.
    mutating func rotate(to secret: Secret, overlapUntil: Timestamp?) {
        var last = secrets.first
        last?.until = overlapUntil?.milliseconds
        secrets = [secret] + (overlapUntil == nil ? [] : last.map { [$0] } ?? [])
    }
}

extension Endpoint.Secret {
    /// Makes a secret of a seed and some random bytes, and what is kept of it.
    static func make(of seed: WebhookSeed, _ random: [UInt8]) -> (kept: Endpoint.Secret, text: String) {
        let salt = Hex.encode(random)
        let bytes = seed.secret(salt)
        return (Endpoint.Secret(salt: salt, check: check(bytes)), "whsec_" + Base64.encode(bytes))
    }

    /// The secret itself; nil if the seed is another one than it was made of.
    func bytes(of seed: WebhookSeed) -> [UInt8]? {
        let bytes = seed.secret(salt)
        return equalInConstantTime(Array(Self.check(bytes).utf8), Array(check.utf8)) ? bytes : nil
    }

    private static func check(_ secret: [UInt8]) -> String { Hex.encode(Array(Digest.sha256(secret).prefix(8))) }
}

extension Endpoint {
    /// The endpoint of a text that the ledger keeps; nil for one that a newer version wrote.
    package init?(stored text: String) {
        guard let endpoint = try? JSONDecoder().decode(Endpoint.self, from: Data(text.utf8)) else { return nil }
        self = endpoint
    }

    /// The text that the ledger keeps.
    func stored() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
