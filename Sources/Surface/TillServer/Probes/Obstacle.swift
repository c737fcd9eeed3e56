// SPDX-License-Identifier: Apache-2.0

import TillStore

/// What stands in the way of a sale, as one word that says nothing of the shop.
package enum Obstacle: String, Sendable, Hashable, CaseIterable {
    /// Not all listeners accept connections yet.
    case starting
    /// The ledger does not answer in time.
    case ledgerSlow = "ledger_slow"
    /// The ledger cannot be used.
    case outOfOrder = "out_of_order"
    /// The ledger's disk is nearly full.
    case diskLow = "disk_low"
    /// The clock cannot be believed.
    case clockImplausible = "clock_implausible"
    /// A person takes the terminal out of service.
    case draining
    /// As many sales are open as may be.
    case tooManyOpenOrders = "too_many_open_orders"

    /// How long the ledger has to answer.
    package static let patience: Duration = .seconds(1)

    init(_ refusal: SaleRefusal) {
        switch refusal.reason {
        case .clock: self = .clockImplausible
        case .storage: self = .outOfOrder
        case .disk: self = .diskLow
        case .draining: self = .draining
        }
    }

    /// Obstacles in the order in which they are told, each once.
    static func sorted(_ obstacles: Set<Obstacle>) -> [Obstacle] { allCases.filter { obstacles.contains($0) } }
}

extension TillServer {
    /// What stands in the way of a sale now; empty if sales can be opened.
    ///
    /// That an acquirer does not answer is not among it: nothing that is done to this terminal would mend that.
    func obstacles() async -> [Obstacle] {
        var found = Set(gate.refusals.map { Obstacle($0) })
        if let doors, !doors.areOpen { found.insert(.starting) }
        if ledger.hasEnded { found.insert(.outOfOrder) }
        do {
            if let intake = try await ledger.intake(within: Obstacle.patience, clock: clock) {
                if intake.isDraining { found.insert(.draining) }
                if intake.openOrders >= terms.openOrdersMax { found.insert(.tooManyOpenOrders) }
            } else {
                found.insert(.ledgerSlow)
            }
        } catch {
            found.insert(.outOfOrder)
        }
        return Obstacle.sorted(found)
    }
}
