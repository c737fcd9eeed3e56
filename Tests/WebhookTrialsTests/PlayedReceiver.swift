// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import WebhookTrials

/// A receiver of webhooks as people write them: right, or with one mistake.
struct PlayedReceiver {
    /// A mistake that a tired person makes.
    enum Mistake: String, CaseIterable {
        case none, believesAll, believesUnsigned, forgetsTime, forgetsID, readsAgain, knowsOneSignature, refusesNewTypes
        case refusesNewMembers, refusesRepetitions, comparesBeginning, passesOverScheme, breaksDown, knowsASCII, says410
        case refusesOlder, neverAnswers, leadsElsewhere
    }

    let mistake: Mistake
    let secret: [UInt8]
    let now: Int64
    private var seen: Set<String> = []
    private var newest = 0

    init(_ mistake: Mistake, secret: [UInt8], now: Int64) {
        self.mistake = mistake
        self.secret = secret
        self.now = now
    }

    /// What it answers; nil if it does not.
    mutating func answer(_ trial: ReceiverTrial) -> Int? {
        if mistake == .neverAnswers { return nil }
        guard isBelieved(trial) else {
            if mistake == .breaksDown { return 500 }
            return mistake == .says410 ? 410 : 401
        }
        let object = (try? JSONSerialization.jsonObject(with: Data(trial.body))) as? [String: Any]
        let type = object?["type"] as? String ?? ""
        if mistake == .refusesNewTypes, !["order.paid", "order.changed", "order.code"].contains(type) { return 422 }
        if mistake == .refusesNewMembers, object?.count != 3 { return 400 }
        let id = trial.fields[.webhookID] ?? ""
        let number = Int(id.split(separator: "-").last ?? "") ?? 0
        defer {
            seen.insert(id)
            newest = max(newest, number)
        }
        if seen.contains(id), mistake != .leadsElsewhere { return mistake == .refusesRepetitions ? 409 : 204 }
        if mistake == .refusesOlder, number < newest { return 409 }
        return mistake == .leadsElsewhere ? 301 : 204
    }

    private func isBelieved(_ trial: ReceiverTrial) -> Bool {
        if mistake == .believesAll { return true }
        var fields = trial.fields
        if fields[.webhookSignature] == nil { return mistake == .believesUnsigned }
        var body = trial.body
        if mistake == .readsAgain, let object = try? JSONSerialization.jsonObject(with: Data(body)),
            let again = try? JSONSerialization.data(
                withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        {
            body = Array(again)
        }
        if mistake == .knowsASCII { body = body.map { $0 > 127 ? 63 : $0 } }
        if mistake == .knowsOneSignature {
            fields[.webhookSignature] = fields[.webhookSignature]?.split(separator: " ").first.map(String.init)
        }
        if mistake == .passesOverScheme {
            fields[.webhookSignature] = fields[.webhookSignature]?.replacing("v1a,", with: "v1,")
        }
        let id = fields[.webhookID] ?? ""
        let time = Int64(fields[.webhookTimestamp] ?? "") ?? 0
        if mistake == .forgetsID || mistake == .comparesBeginning {
            return abs(now - time) <= 300 && resembles(fields[.webhookSignature] ?? "", id, time, body)
        }
        let verified = try? StandardWebhook.verify(
            fields: fields, body: body, secrets: [secret], keys: [], now: mistake == .forgetsTime ? time : now)
        return verified != nil
    }

    /// What those believe who compare too little.
    private func resembles(_ shown: String, _ id: String, _ time: Int64, _ body: [UInt8]) -> Bool {
        let ids = mistake == .forgetsID ? (0...40).map { "\(id.split(separator: "-").first ?? "")-\($0)" } : [id]
        return ids.contains { id in
            let good = StandardWebhook.sign(id: id, timestamp: time, body: body, secret: secret)
            return shown.split(separator: " ").contains { part in
                mistake == .comparesBeginning ? part.hasPrefix("v1,") && good.hasPrefix(part) : part == good
            }
        }
    }
}
