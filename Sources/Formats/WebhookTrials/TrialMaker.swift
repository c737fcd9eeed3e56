// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

/// Puts trials together.
struct TrialMaker {
    /// What the receiver verifies with.
    let secret: [UInt8]
    /// Seconds since 1970.
    let now: Int64
    /// What is told.
    let sample: SampleEvents

    /// A good signature.
    func signature(_ id: String, _ time: Int64, _ body: [UInt8]) -> String {
        StandardWebhook.sign(id: id, timestamp: time, body: body, secret: secret)
    }

    /// A signature of somebody else.
    func foreign(_ id: String, _ time: Int64, _ body: [UInt8]) -> String {
        StandardWebhook.sign(id: id, timestamp: time, body: body, secret: Digest.sha256(secret))
    }

    /// A trial that is signed well.
    func trial(
        _ name: String, _ what: String, _ expectation: ReceiverTrial.Expectation, _ remedy: String, _ number: Int,
        _ body: [UInt8], at time: Int64? = nil
    ) -> ReceiverTrial {
        trial(
            name, what, expectation, remedy, number, body, at: time,
            signature: signature(sample.id(number), time ?? now, body))
    }

    /// A trial with a signature as it is given; nil for none, and then without the two other fields as well.
    func trial(
        _ name: String, _ what: String, _ expectation: ReceiverTrial.Expectation, _ remedy: String, _ number: Int,
        _ body: [UInt8], at time: Int64? = nil, signature: String?
    ) -> ReceiverTrial {
        var fields = HTTPFields()
        fields[.contentType] = "application/json"
        fields[.userAgent] = "till-webhook-verify"
        if let signature {
            fields[.webhookID] = sample.id(number)
            fields[.webhookTimestamp] = "\(time ?? now)"
            fields[.webhookSignature] = signature
        }
        return ReceiverTrial(
            name: name, what: what, expectation: expectation, remedy: remedy, fields: fields, body: body)
    }
}
