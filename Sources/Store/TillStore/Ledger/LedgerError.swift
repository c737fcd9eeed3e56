// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Why the ledger did not do what it was asked.
package enum LedgerError: Error, Sendable, Hashable {
    /// Another daemon has the ledger.
    case inUse(path: String)
    /// The file cannot be opened or made.
    case unusable(path: String, why: String)
    /// A newer version of the program wrote the file.
    case newerSchema(path: String)
    /// The journal's chain does not fit from this row on.
    case brokenChain(seq: Int64)
    /// There is no such order.
    case noSuchOrder(OrderID)
    /// There is no such hold.
    case noSuchHold(HoldID)
    /// No attempt of that reference was ever made here.
    case noSuchAttempt(AttemptReference)
    /// The key came before with another body.
    case keyConflict(key: String)
    /// As many orders as allowed are open.
    case tooManyOpenOrders(limit: Int)
    /// A COMMIT failed: what it held may be saved or not, and nothing may be sent any more.
    case commitFailed(String)
    /// The ledger has been closed: the daemon is ending.
    case ended
}

extension LedgerError: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .inUse(let path): "another tilld uses \(path): stop it first"
        case .unusable(let path, let why): "cannot use the ledger \(path): \(why)"
        case .newerSchema(let path):
            "a newer tilld wrote \(path): install that version, or restore a backup"
        case .brokenChain(let seq):
            "the journal does not fit from row \(seq) on: keep the file and restore a backup"
        case .noSuchOrder(let id): "there is no order \(id)"
        case .noSuchHold(let id): "there is no hold \(id)"
        case .noSuchAttempt(let reference): "there is no attempt \(reference)"
        case .keyConflict(let key):
            "the idempotency key \"\(key)\" came before with another body: use a new key"
        case .tooManyOpenOrders(let limit):
            "\(limit) orders are open, which is the limit: wait until one is over, or cancel one"
        case .ended: "the daemon is ending: try again when it is back"
        case .commitFailed(let why): "the ledger could not be written: \(why)"
        }
    }
}
