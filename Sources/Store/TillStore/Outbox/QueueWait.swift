// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Why a row of the queue is not done.
package enum QueueWait: Sendable, Hashable {
    /// It is tried at the next opportunity.
    case due
    /// It is being tried.
    case underWay
    /// Its next try comes then.
    case later(Timestamp)
    /// Another row of the same order is being tried.
    case behind(Int64)
    /// Its acquirer did not answer and is spared.
    case accountRests(AccountID, until: Timestamp)
    /// Its account is not in the configuration.
    case noAccount(AccountID)
    /// A person holds it back.
    case held(QueueHold)
    /// The printer did not take it; it is offered again then.
    case printer(until: Timestamp, why: String)
    /// No printer is in the configuration.
    case noPrinter
    /// This version cannot read it.
    case unreadable(String)

    /// The reason as one word: `account_rests`.
    package var word: String {
        switch self {
        case .due: "due"
        case .underWay: "under_way"
        case .later: "waits"
        case .behind: "behind"
        case .accountRests: "account_rests"
        case .noAccount: "no_account"
        case .held: "held"
        case .printer: "printer"
        case .noPrinter: "no_printer"
        case .unreadable: "unreadable"
        }
    }

    /// Whether it stays as it is until a person does something.
    package var needsPerson: Bool {
        switch self {
        case .noAccount, .held, .noPrinter, .unreadable: true
        case .due, .underWay, .later, .behind, .accountRests, .printer: false
        }
    }

    /// When the next try comes; nil if nobody can tell, or it is there.
    package var next: Timestamp? {
        switch self {
        case .later(let time), .accountRests(_, let time), .printer(let time, _): time
        case .due, .underWay, .behind, .noAccount, .held, .noPrinter, .unreadable: nil
        }
    }
}

extension QueueRow {
    /// Why it is not done, as whoever drains its lane sees it now.
    ///
    /// - Parameters:
    ///   - accounts: the accounts that are configured.
    ///   - hasPrinter: whether somebody prints.
    package func wait(
        _ sight: QueueBoard.Sight, accounts: Set<AccountID>, hasPrinter: Bool, at now: Timestamp
    ) -> QueueWait {
        if let setAside { return .unreadable(setAside) }
        // What is being tried is tried to its end, also when a hold comes meanwhile.
        let busy = sight.underWay[order]
        if busy == id { return .underWay }
        if let hold { return .held(hold) }
        if let account, !accounts.contains(account) { return .noAccount(account) }
        if lane == .print, !hasPrinter { return .noPrinter }
        let next = sight.standings[id]?.dueAt ?? dueAt
        if let account, let rest = sight.rests[account], now < rest, next <= rest {
            return .accountRests(account, until: rest)
        }
        guard next <= now else {
            if lane == .print, let lastAnswer { return .printer(until: next, why: lastAnswer) }
            return .later(next)
        }
        return busy.map { .behind($0) } ?? .due
    }
}
