// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore

@testable import TillStore

@Suite struct `Whether a ledger is in use` {
    @Test func `is told while a daemon has it, and not after`() throws {
        let file = try Bench()

        let absent = try LedgerInspection.isInUse(file.path)
        let ledger = try file.open()
        let during = [try LedgerInspection.isInUse(file.path), try LedgerInspection.isInUse(file.path)]
        try ledger.close()
        let after = try LedgerInspection.isInUse(file.path)
        try file.open().close()

        #expect(!absent && !after)
        #expect(during == [true, true])
    }

    @Test func `is no where there is not even a folder, and unknown where nobody can look`() throws {
        let file = try Bench()
        // What is no file has no lock, and says so.
        try FileManager.default.createSymbolicLink(
            atPath: "\(file.path).lock", withDestinationPath: "\(file.path).lock")

        #expect(try !LedgerInspection.isInUse("/nowhere/ledger.sqlite"))
        #expect(throws: LedgerError.self) { try LedgerInspection.isInUse(file.path) }
    }
}
