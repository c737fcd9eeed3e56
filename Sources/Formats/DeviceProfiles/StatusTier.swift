// SPDX-License-Identifier: Apache-2.0

/// How sure a printer's answers let one be that a slip is out.
///
/// Source: the notes on reliable printing, "tiers".
package enum StatusTier: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It answers nothing: what was sent stays unconfirmed.
    case none
    /// It answers in real time only: probably printed.
    case realtime
    /// It answers in order: what came before was read.
    case ordered
    /// It returns a mark when everything before it was printed and cut.
    case processID = "process id"

    /// Orders tiers by what they prove.
    package static func < (one: StatusTier, other: StatusTier) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .realtime: 1
        case .ordered: 2
        case .processID: 3
        }
    }
}
