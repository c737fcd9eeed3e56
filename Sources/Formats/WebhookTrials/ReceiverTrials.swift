// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing
import TillAPI

/// What a receiver of webhooks is tried with: everything that a line, a clock or an attacker does to a message.
///
/// Source: Standard Webhooks 1.0.0, verifying signatures; its sections on webhook headers and event types.
package struct ReceiverTrials: Sendable {
    /// The trials, in the order in which they are sent.
    package let all: [ReceiverTrial]
    /// What a person has to look at afterwards, a sentence each.
    package let looks: [String]

    /// How far a timestamp may be off, in seconds, that every receiver should refuse.
    static let farOff: Int64 = 600

    /// Makes the trials.
    ///
    /// - Parameters:
    ///   - secret: what the receiver verifies with.
    ///   - now: seconds since 1970.
    ///   - name: letters and digits that no earlier trial had.
    package init(secret: [UInt8], now: Int64, name: String) throws {
        let sample = SampleEvents(
            order: "TRIAL\(name)", epoch: "trial\(name)", at: WireTime(milliseconds: now * 1000))
        let maker = TrialMaker(secret: secret, now: now, sample: sample)
        all = try Self.good(maker) + Self.bad(maker)
        looks = [
            "sale \(sample.order) was told as paid four times (\(sample.id(1)) three times, and \(sample.id(9))): it must be counted once",
            "sale \(sample.order) was told as paid, and after that, late, that its code is up: it must still be paid",
        ]
    }

    /// Reads a secret as it is handed out; nil if it is none.
    package static func secret(_ text: String) -> [UInt8]? { StandardWebhook.secret(text) }

    /// A secret in the form in which it is handed out.
    package static func text(ofSecret bytes: [UInt8]) -> String { "whsec_" + Base64.encode(bytes) }

    private static let verify = "verify over id, timestamp and body, joined by full stops"
    private static let passOver = "pass over what it does not know, since a later version may say more"

    private static func good(_ maker: TrialMaker) throws -> [ReceiverTrial] {
        let (sample, now) = (maker.sample, maker.now)
        let paid = try sample.body(1, .orderPaid, .paid)
        let signature = maker.signature(sample.id(1), now, paid)
        let newer = EventType(rawValue: "order.something_new")
        let rotated = try sample.body(3, .orderChanged, .paid)
        let later = try sample.body(7, .orderChanged, .paid)
        let second = try sample.body(9, .orderPaid, .paid)
        let late = try sample.body(8, .orderCode, .code)
        return [
            maker.trial("valid", "an event that is signed well", .taken, verify, 1, paid),
            maker.trial(
                "letters", "letters beyond ASCII in an event", .taken, "verify over the bytes, before they become text",
                2, try sample.body(2, .orderChanged, .paid, subject: "红茶 · thé ☕")),
            maker.trial(
                "rotation", "two signatures, the second of which is good", .taken,
                "take a message if any of its signatures is good, as while a secret is rotated", 3, rotated,
                signature: "\(maker.foreign(sample.id(3), now, rotated)) \(maker.signature(sample.id(3), now, rotated))"
            ),
            maker.trial(
                "spaces", "an event whose JSON has other spaces", .taken,
                "verify over the bytes as they came, not over JSON that was read and written again", 4,
                spaced(try sample.body(4, .orderChanged, .paid))),
            maker.trial(
                "unknown-type", "an event of a type that it does not know", .taken, passOver, 5,
                try sample.body(5, newer, .paid)),
            maker.trial(
                "unknown-member", "an event with a member that it does not know", .taken, passOver, 6,
                added(try sample.body(6, .orderChanged, .paid))),
            maker.trial(
                "newer-scheme", "a signature of a later scheme beside a good one", .taken,
                "pass over signatures that do not begin with v1,", 7, later,
                signature: "v9,AAAA \(maker.signature(sample.id(7), now, later))"),
            maker.trial(
                "retry", "an event once more, as after an answer that was lost", .taken,
                "answer 2xx to what is known already, or it comes for three days", 1, paid, at: now + 1),
            maker.trial(
                "replay", "the very same bytes once more", .either, "know them again by webhook-id", 1, paid,
                signature: signature),
            maker.trial(
                "later-first", "an event of a sale before an earlier one", .taken, verify, 9, second),
            maker.trial(
                "earlier-last", "the earlier event after it", .taken,
                "take it and compare the numbers in data.id: what is older changes nothing", 8, late),
        ]
    }

    private static func bad(_ maker: TrialMaker) throws -> [ReceiverTrial] {
        let (sample, now) = (maker.sample, maker.now)
        let paid = try sample.body(21, .orderPaid, .paid)
        let other = try sample.body(22, .orderPaid, .paid)
        let signature = maker.signature(sample.id(21), now, paid)
        let freshness =
            "refuse timestamps that are more than five minutes off, or old messages can be sent again for ever"
        return [
            maker.trial(
                "tampered-body", "an event whose body was changed on the way", .refused, verify, 21, other,
                signature: signature),
            maker.trial(
                "tampered-id", "an event whose id was changed on the way", .refused, verify, 22, paid,
                signature: signature),
            maker.trial(
                "tampered-time", "an event whose timestamp was changed on the way", .refused, verify, 21, paid,
                at: now - 1, signature: signature),
            maker.trial(
                "wrong-secret", "an event that somebody else signed", .refused, verify, 21, paid,
                signature: maker.foreign(sample.id(21), now, paid)),
            maker.trial(
                "unsigned", "an event without a signature", .refused, "refuse what has no webhook-signature", 21, paid,
                signature: nil),
            maker.trial(
                "empty-signature", "an event with an empty signature", .refused,
                "compare the whole signature, also its length", 21, paid, signature: "v1,"),
            maker.trial(
                "cut-signature", "an event with the beginning of its signature", .refused,
                "compare the whole signature, also its length", 21, paid, signature: String(signature.prefix(23))),
            maker.trial(
                "other-scheme", "an event with a good signature under the name of another scheme", .refused,
                "take v1, only for what it is", 21, paid, signature: "v1a," + signature.dropFirst(3)),
            maker.trial("stale", "an event that is ten minutes old", .refused, freshness, 21, paid, at: now - farOff),
            maker.trial("future", "an event of ten minutes ahead", .refused, freshness, 21, paid, at: now + farOff),
        ]
    }

    /// The same JSON with a space behind each comma and colon outside of texts.
    private static func spaced(_ body: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var isInside = false
        var isEscaped = false
        for byte in body {
            text.append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isInside
            } else if byte == UInt8(ascii: "\"") {
                isInside.toggle()
            } else if !isInside, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
                text.append(UInt8(ascii: " "))
            }
        }
        return text
    }

    /// The same object with one member more.
    private static func added(_ body: [UInt8]) -> [UInt8] {
        Array(body.dropLast()) + Array(#","zz_of_a_later_version":{"yes":true}}"#.utf8)
    }
}
