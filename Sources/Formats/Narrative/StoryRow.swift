// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// One row of the journal, as a story needs it.
package struct StoryRow: Sendable, Hashable {
    /// The row's number.
    package let seq: Int64
    /// Ledger time.
    package let at: Timestamp
    /// Wall time.
    package let wall: Timestamp
    /// Which start of the daemon wrote it.
    package let boot: Int
    /// Who: a person or program at the API, or the daemon.
    package let by: String
    /// What.
    package let happening: Happening

    /// Puts a row together.
    package init(seq: Int64, at: Timestamp, wall: Timestamp, boot: Int, by: String, happening: Happening) {
        self.seq = seq
        self.at = at
        self.wall = wall
        self.boot = boot
        self.by = by
        self.happening = happening
    }

    /// Ledger time and boot as the core wants them.
    var occasion: Occasion { Occasion(at: at, boot: boot) }
}

/// What a row of the journal says, in the core's own words.
package enum Happening: Sendable, Hashable {
    /// The daemon started; `version` is the program's.
    case started(version: String)
    /// A sale was opened.
    case opened(SaleDraft)
    /// A command was accepted.
    case accepted(OrderCommand)
    /// A fact was recorded.
    case recorded(OrderFact)
    /// An answer or a notify was not believed.
    case unbelieved(AccountID, why: String)
    /// An authentic notify belongs to no order here.
    case stray(AccountID, subject: String)
    /// The ledger was restored from a backup that ended with this row.
    case restored(from: Int64)
    /// An acquirer's statement of a day was compared.
    case compared(AccountID, CalendarDay, differences: Int)
    /// The clock on the wall was stepped, ahead if positive.
    case clockStepped(by: Duration)
    /// The ledger's own time was set ahead to a clock that an acquirer confirmed.
    case timeCaughtUp(by: Duration)
    /// A person held work back, or let it go on, or wanted it tried now.
    case steered(Steering, person: String, why: String?)
    /// A person settled a hold that belongs to no order.
    case settledStray(HoldID, HoldDecision, by: String, note: String)
}

/// What a person did to the queue.
package enum Steering: Sendable, Hashable, CaseIterable {
    /// Work is held back.
    case held
    /// Held work goes on.
    case released
    /// What waits is tried now.
    case flushed
    /// The terminal takes no new sales.
    case drainingBegun
    /// It takes new sales again.
    case drainingEnded
}
