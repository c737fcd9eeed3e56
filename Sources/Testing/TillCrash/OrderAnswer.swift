// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What an order looks like in an answer.
struct OrderAnswer: Decodable {
    struct Attempt: Decodable {
        struct Code: Decodable {
            let payload: String
        }

        let reference: String
        let code: Code?
    }

    struct Print: Decodable {
        let state: String
    }

    struct Refund: Decodable {
        let state: String
    }

    let id: String
    let status: String
    let version: Int
    let attempts: [Attempt]
    let prints: [Print]
    let refunds: [Refund]

    /// The path of the payer's page.
    var page: String? {
        guard let payload = attempts.last?.code?.payload, let start = payload.range(of: "/p/") else { return nil }
        return String(payload[start.lowerBound...])
    }
}
