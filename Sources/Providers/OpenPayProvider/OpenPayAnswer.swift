// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore

/// A reply that is proven to be the platform's, about the request that was made, and fresh.
struct OpenPayAnswer: Sendable {
    /// The resource that a success carries.
    let body: [UInt8]
    /// What was refused or failed; nil for a success.
    let problem: OpenPayProblem?
    /// The earlier of when the platform says it answered and when the answer was read, so that a
    /// clock which is ahead on one side ends nothing early.
    let saidNoLaterThan: Timestamp

    /// Whether the platform knows of no such thing.
    var isNotFound: Bool { problem?.saysNotFound ?? false }

    /// Reads the resource of a success.
    ///
    /// - Throws: What the problem means, or ``ProviderError/unreadable(_:)``.
    func read<Message: Decodable>(_ type: Message.Type) throws(ProviderError) -> Message {
        if let problem { throw problem.error }
        return try OpenPayMessages.read(type, from: body)
    }
}
