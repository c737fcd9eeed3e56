// SPDX-License-Identifier: Apache-2.0

import PaymentService
import ProviderKit
import SandboxAcquirer
import TillCore
import TillStore
import TillTesting

extension Day {
    /// Every day that is over is proven, and each difference is one hold with a cause.
    func checkProofs(_ ledger: Ledger, _ orders: [Order]) async throws {
        let offset = account.provider.capabilities.statements?.offset ?? .zero
        let yesterday = CalendarDay(of: clock.wall, offset: offset).previous
        let proof = try await ledger.proof(of: account.id, days: 400)
        if proof.provenUntil != yesterday {
            find("proven until \(proof.provenUntil?.description ?? "never"), and \(yesterday) is over")
        }
        for order in orders {
            for attempt in order.attempts {
                guard let day = Order.dayToProve(attempt, offset: offset), day <= yesterday else { continue }
                find("\(attempt.reference) was closed on \(day), and is watched still")
            }
        }
        try checkDifferences(orders, Set(proof.days.flatMap(\.holds)))
    }

    /// Statements differ where their script says so, and nowhere else.
    private func checkDifferences(_ orders: [Order], _ differences: Set<HoldID>) throws {
        let payments = try bank.books.payments().filter { $0.paidAt != nil }
        let short = Set(payments.filter { $0.script.has(.statementShort) }.map(\.id))
        for order in orders {
            for hold in order.holds {
                switch hold.reason {
                case .missingInStatement(.transaction(let key), _):
                    if !short.contains(key.acquirerReference) {
                        find("\(order.id) is said to be missing in a statement, and is in it")
                    }
                case .missingInStatement(.refund(let id), _): find("\(id) is said to be missing in a statement")
                case .refundDiffers(let id, _): find("\(id) is said to differ in a statement")
                default: break
                }
            }
        }
        let missed = Set(
            orders.flatMap(\.holds).compactMap { hold in
                if case .missingInStatement(.transaction(let key), _) = hold.reason {
                    key.acquirerReference
                } else {
                    nil
                }
            })
        let strays = differences.subtracting(orders.flatMap { $0.holds.map(\.id) }).count
        let strangers = payments.count { $0.script.has(.statementLong) }
        if strays > 0 { report.note(.strayLine, times: strays) }
        if strays != strangers {
            find("\(strays) lines belong to nothing, and \(strangers) strangers were in statements")
        }
        for payment in short.subtracting(missed).sorted() { find("nobody missed \(payment) in its statement") }
    }
}

extension Swarm {
    /// Whether the day lasts until statements have proven it.
    var willProve: Bool { isLong && hasStatements }
}
