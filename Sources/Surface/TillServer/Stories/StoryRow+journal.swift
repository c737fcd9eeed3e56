// SPDX-License-Identifier: Apache-2.0

import JournalChain
import Narrative
import TillCore
import TillStore

extension StoryRow {
    /// Takes a row of the journal.
    init(_ row: ChainedRow) {
        self.init(
            seq: row.link.seq, at: Timestamp(milliseconds: row.link.at), wall: Timestamp(milliseconds: row.link.wall),
            boot: Int(row.link.boot), by: row.link.by, happening: Happening(row.entry))
    }
}

extension Happening {
    /// Takes an entry of the journal; a new kind of entry does not compile before it can be told.
    init(_ entry: JournalEntry) {
        switch entry {
        case .started(let version): self = .started(version: version)
        case .opened(let draft): self = .opened(draft)
        case .accepted(let command): self = .accepted(command)
        case .recorded(let fact): self = .recorded(fact)
        case .unbelieved(let account, let why): self = .unbelieved(account, why: why)
        case .stray(let account, let subject): self = .stray(account, subject: subject)
        case .restored(let head): self = .restored(from: head.seq)
        case .compared(let account, let day, _, let differences, _):
            self = .compared(account, day, differences: differences)
        case .queueHeld(_, _, let person, let why): self = .steered(.held, person: person, why: why)
        case .queueReleased(_, _, let person, let why): self = .steered(.released, person: person, why: why)
        case .queueFlushed(let person): self = .steered(.flushed, person: person, why: nil)
        case .drainingBegun(let person, let why): self = .steered(.drainingBegun, person: person, why: why)
        case .drainingEnded(let person): self = .steered(.drainingEnded, person: person, why: nil)
        case .clockStepped(let seconds): self = .clockStepped(by: .seconds(seconds))
        case .timeCaughtUp(let seconds): self = .timeCaughtUp(by: .seconds(seconds))
        case .settledStray(let hold, let decision, let by, let note):
            self = .settledStray(hold, decision, by: by, note: note)
        }
    }
}
