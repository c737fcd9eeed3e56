// SPDX-License-Identifier: Apache-2.0

/// Whether a ledger takes new sales, and why not.
package enum LedgerCondition: Sendable, Hashable {
    /// It takes them.
    case ok
    /// Its disk has too little room; what is open goes on.
    case diskLow(LedgerError)
    /// A check found that the file is damaged; what is open goes on.
    case checkFailed(LedgerError)
    /// It takes no writes at all any more.
    case ended

    /// One word for programs.
    package var word: String {
        switch self {
        case .ok: "ok"
        case .diskLow: "disk_low"
        case .checkFailed: "check_failed"
        case .ended: "ended"
        }
    }

    /// What a new sale is told; nil if it is taken.
    package var refusal: LedgerError? {
        switch self {
        case .ok: nil
        case .diskLow(let error), .checkFailed(let error): error
        case .ended: .ended
        }
    }
}

extension Ledger {
    /// Whether it takes new sales now; looks at the disk.
    package var condition: LedgerCondition {
        if hasEnded { return .ended }
        if let fault = guards.checkFault { return .checkFailed(fault) }
        if let shortage = guards.disk?.shortage() { return .diskLow(shortage) }
        return .ok
    }

    /// The bytes that may still be written to its disk; nil if nobody watches it.
    package var freeBytes: Int64? { guards.disk?.look() }

    /// Whether the daemon before this one ended as it should.
    package var followsCleanEnd: Bool { guards.followsCleanEnd }
}
