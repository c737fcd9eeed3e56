// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Synchronization

@testable import TillStore

/// What became of the writes of a test.
final class Answers: Sendable {
    private let state = Mutex<(saved: [Int], failed: [Int: String], faults: [LedgerError])>(
        ([], [:], []))
    private let all: DispatchGroup

    init(_ all: DispatchGroup = DispatchGroup()) { self.all = all }

    var saved: [Int] { state.withLock { $0.saved } }
    var failed: [Int: String] { state.withLock { $0.failed } }
    var faults: [LedgerError] { state.withLock { $0.faults } }

    func note(_ fault: LedgerError) { state.withLock { $0.faults.append(fault) } }

    /// A write that answers here.
    func item(_ number: Int, _ run: @escaping @Sendable (Database) throws -> Void)
        -> GroupCommit.Item
    {
        all.enter()
        return GroupCommit.Item(
            run: run,
            saved: {
                self.state.withLock { $0.saved.append(number) }
                self.all.leave()
            },
            failed: { error in
                self.state.withLock { $0.failed[number] = "\(error)" }
                self.all.leave()
            })
    }

    /// Waits until every write has its answer.
    func wait() { all.wait() }
}
