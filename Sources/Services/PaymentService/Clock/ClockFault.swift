// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TillCore

/// Why the wall clock cannot be believed.
package enum ClockFault: Error, Sendable, Hashable {
    /// It says a time that is over for certain.
    case behind(wall: Timestamp, earliest: Timestamp)
    /// It says a time so far after the last entry of the journal that nobody sold that long.
    case ahead(wall: Timestamp, latest: Timestamp)
    /// It differs from an acquirer's by more than signatures allow; positive if ours is ahead.
    case off(by: Duration, account: AccountID)
    /// The ledger's own time is behind it, and no acquirer has confirmed it in this start.
    case unconfirmed(lag: Duration)
}

extension ClockFault: CustomStringConvertible {
    /// What is wrong, for people.
    package var description: String {
        switch self {
        case .behind(let wall, let earliest):
            "the clock says \(Self.text(wall)), and it is later than \(Self.text(earliest))"
        case .ahead(let wall, let latest):
            "the clock says \(Self.text(wall)), which nobody confirms and is after \(Self.text(latest))"
        case .off(let offset, let account):
            "the clock is \(abs(offset.components.seconds)) s \(offset < .zero ? "behind" : "ahead of") that of the acquirer of \(account)"
        case .unconfirmed(let lag):
            "the clock is \(lag.components.seconds) s ahead of the ledger's time, and no acquirer has confirmed it yet"
        }
    }

    /// What to do about it, to be put behind the description.
    package var remedy: String {
        switch self {
        case .behind, .ahead, .off: ": set it"
        case .unconfirmed: ": wait for the line, or start tilld again to believe the clock"
        }
    }

    private static func text(_ time: Timestamp) -> String {
        Date(timeIntervalSince1970: Double(time.milliseconds) / 1000).formatted(.iso8601)
    }
}
