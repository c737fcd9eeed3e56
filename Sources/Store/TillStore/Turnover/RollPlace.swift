// SPDX-License-Identifier: Apache-2.0

/// How far a journal printer has come with its roll.
///
/// ```
/// printed ──begin──▶ begun ──▶ printed, further
///    ▲                 │ nothing, or torn: what may stand there is printed again, marked
///    └─────────────────┘
/// ```
package struct RollPlace: Sendable, Hashable {
    /// The printer's name in the configuration.
    package let name: String
    /// The last line that is on paper, as sure as the printer can be.
    package internal(set) var printed: Int64
    /// The last line that the total of a day has counted.
    package internal(set) var closed: Int64
    /// Lines up to this one may be on paper as well; not before ``printed``.
    package internal(set) var perhapsPrinted: Int64
    /// A total up to this line may be on paper as well; not before ``closed``.
    package internal(set) var perhapsClosed: Int64
    /// The job that was begun and whose end nobody has seen.
    package internal(set) var begun: RollBeginning?
    /// What the roll has to say before its next line.
    package internal(set) var notes: [RollNote]
    /// The line of the ledger's life in which that was written.
    var epoch: String

    /// Begins a roll behind a line.
    init(_ name: String, after number: Int64, epoch: String, notes: [RollNote] = []) {
        self.name = name
        self.epoch = epoch
        self.notes = notes
        printed = number
        closed = number
        perhapsPrinted = number
        perhapsClosed = number
    }

    /// Takes note of a job that is about to leave.
    mutating func begin(_ beginning: RollBeginning) { begun = beginning }

    /// Takes note of what became of the job that was begun.
    mutating func end(_ end: RollEnd) {
        guard let begun else { return }
        self.begun = nil
        switch end {
        case .printed:
            printed = max(printed, begun.printed)
            closed = max(closed, begun.closed)
            notes = []
        case .nothing: break
        case .torn:
            perhapsPrinted = max(perhapsPrinted, begun.printed)
            perhapsClosed = max(perhapsClosed, begun.closed)
        }
        perhapsPrinted = max(perhapsPrinted, printed)
        perhapsClosed = max(perhapsClosed, closed)
    }

    /// Brings it into step with a ledger that was restored since, or that has less than the roll.
    mutating func meet(epoch current: String, last: Int64) {
        if epoch != current {
            epoch = current
            // The printer has printed more since that was written: what it counts says nothing about it.
            end(.torn)
            notes.append(.restored(after: min(printed, last)))
        }
        if let begun, begun.printed > last { end(.torn) }
        if printed > last {
            notes.append(.ahead(at: printed))
            printed = last
        }
        closed = min(closed, printed)
        perhapsPrinted = max(printed, min(perhapsPrinted, last))
        perhapsClosed = max(closed, min(perhapsClosed, last))
        notes = notes.suffix(Self.notesMax)
    }

    /// Notes that are kept for the next line.
    private static let notesMax = 8
}
