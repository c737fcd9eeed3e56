// SPDX-License-Identifier: Apache-2.0

/// One thing that a printer said.
package enum EscPosAnswer: Sendable, Hashable {
    /// The byte that answers `10 04`; it does not say which of the four questions it answers.
    case realTime(UInt8)
    /// Four bytes that the printer sends by itself when its state changes.
    case automatic(AutomaticStatus)
    /// The fence with this mark was reached: everything before it has been printed.
    case fence(FenceMark)
    /// All that was received has been dropped.
    case cleared
    /// Another block: its header and its payload without the closing zero.
    case block(header: UInt8, payload: [UInt8])
    /// A byte that answers a request of the stream, such as `1D 72 01`.
    case ordered(UInt8)
    /// XON (11) or XOFF (13).
    case flow(UInt8)
}
