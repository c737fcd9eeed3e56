// SPDX-License-Identifier: Apache-2.0

/// What makes a printer forget the data it has received.
package enum BufferLoss: String, Sendable, Hashable, CaseIterable {
    /// Opening its cover.
    case coverOpen = "cover_open"
    /// Running out of paper.
    case paperOut = "paper_out"
}
