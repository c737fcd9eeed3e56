// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Records how a slip begins, and on which device: what another one says proves nothing about it.
    ///
    /// - Returns: the order as it stands after it.
    package func note(
        _ beginning: PrintBeginning, of job: PrintID, on device: String?, about order: OrderID
    ) async throws -> Order {
        try await write { write in
            let now = try write.record(.print(job, .noted(beginning)), about: order)
            guard now.print(job)?.beginning == beginning else { return now }
            try write.db.run("DELETE FROM slip_devices WHERE print_id = ?", arguments: [job.text])
            guard let device else { return now }
            try write.db.run(
                "INSERT INTO slip_devices (print_id, device) VALUES (?, ?)", arguments: [job.text, device])
            return now
        }
    }

    /// The device on which a slip was begun; nil if nobody knows.
    package func device(of job: PrintID) async throws -> String? {
        try await read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT device FROM slip_devices WHERE print_id = ?"), arguments: [job.text])
        }
    }
}
