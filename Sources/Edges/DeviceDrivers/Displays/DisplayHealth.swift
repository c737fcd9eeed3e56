// SPDX-License-Identifier: Apache-2.0

/// Says how a display is doing.
package enum DisplayHealth: Hashable, Sendable {
    /// It is there and as it was.
    case ok
    /// It is there and has another mode or another driver: open it again.
    case changed
    /// It is not there: open it again later.
    case gone
    /// It has not answered yet what it was asked before: leave it alone.
    case stuck
}
