// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillClient

/// What can happen while a sale is followed.
enum PayNews: Sendable {
    /// The sale is open, or has changed.
    case order(OrderResource)
    /// The drawing of a code is there.
    case drawing(payload: String, lines: [String])
    /// The daemon did not take the wish to cancel.
    case cancelRefused(ClientError)
    /// Somebody pressed Ctrl-C.
    case interrupted
    /// A second has passed.
    case second
    /// Following the sale is no longer possible.
    case lost(ClientError)
}
