// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore
import TillTesting

@Suite struct `A day of which the machine is lost` {
    /// Sales are open when the backup is made, payers pay on, and the machine goes with all that
    /// it learnt since. When it is calm again the acquirer holds the money of every paid order that
    /// the backup had, and of no other.
    @Test(arguments: 0..<20)
    func `goes on from the backup, and what was paid after it is found`(seed: UInt64) async throws {
        var world = try await World(seed: seed)
        world.acquirer.set(ToyAcquirer.Faults.bad)
        for number in 0..<8 {
            try await world.open(minorUnits: 100 + Int64(number), patience: .seconds(120))
            try await world.spend(.seconds(10))
        }
        try await world.open(minorUnits: 999, patience: .seconds(120))

        try await world.loseMachine { world in
            try await world.spend(.seconds(60))
            try await world.ask(.cancel, about: world.orders[7])
        }
        _ = try await world.settleHolds()
        world.acquirer.set(ToyAcquirer.Faults())
        try await world.spend(.seconds(400))

        var audit = Audit()
        let acquirer = world.acquirer
        try await audit.check(
            world.ledger, orders: world.orders, held: acquirer.held, atRest: true)
        #expect(audit.findings == [])
        #expect(world.orders.count == 9)
        #expect(try await world.ledger.newestOrders(limit: .max).count == 9)
    }
}
