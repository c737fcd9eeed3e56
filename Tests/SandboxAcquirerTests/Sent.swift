// SPDX-License-Identifier: Apache-2.0

import Foundation

@testable import SandboxAcquirer

/// A notify that was handed out at a time.
struct Sent {
    let delivery: NotifyDelivery
    let at: Int64

    private struct Kind: Decodable { let type: String }

    func type() throws -> String { try JSONDecoder().decode(Kind.self, from: Data(delivery.body)).type }
    func payment() throws -> Seen.Payment {
        try JSONDecoder().decode(Seen.Event<Seen.Payment>.self, from: Data(delivery.body)).data
    }
    func refund() throws -> Seen.Refund {
        try JSONDecoder().decode(Seen.Event<Seen.Refund>.self, from: Data(delivery.body)).data
    }
}
