// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DisplayService
import Foundation
import PaymentService
import TillAPI
import TillCore
import TillStore

/// How the terminal is, put together from those who know.
struct Health: Sendable {
    let settings: Settings
    let parts: Parts
    let ledger: Ledger
    let breakers: Breakers
    let conditions: [DisplayCondition]
    /// The thumbprint of the key that signs evidence.
    let key: String

    func resource() async throws -> HealthResource {
        let figures = try await ledger.figures()
        let accounts = zip(parts.accounts, settings.accounts).map { account, setting in
            AccountHealth(
                id: account.id.text, provider: setting.provider,
                breaker: breakers.isOpen(account.id) ? "open" : "closed",
                currency: account.currency.code, currencyExponent: account.currency.exponent)
        }
        let displays = zip(settings.displays, conditions).map { display, condition in
            DeviceHealth(
                id: display.name, state: condition.current == nil ? "ok" : "degraded",
                detail: condition.current)
        }
        let printers = try await printers(figures)
        let condition = ledger.condition
        let isWell =
            condition == .ok && accounts.allSatisfy { $0.breaker == "closed" }
            && (displays + printers).allSatisfy { $0.state == "ok" } && figures.openHolds == 0
            // Whoever holds work back looks away from it, and that is for others to know.
            && figures.held == 0 && figures.setAside == 0 && figures.draining == nil
        return HealthResource(
            status: isWell ? "ok" : "degraded", version: Version.text,
            environment: settings.environment.rawValue, currency: settings.terminal.currency.code,
            currencyExponent: settings.terminal.currency.exponent,
            ledger: LedgerHealth(
                state: condition.word, last: "\(ledger.epoch)-\(figures.head)",
                openOrders: figures.openOrders, openHolds: figures.openHolds,
                freeBytes: ledger.freeBytes, key: key),
            accounts: accounts,
            queue: QueueHealth(
                waiting: figures.work.values.reduce(0, +), due: figures.due,
                oldestSeconds: figures.oldestDue.map { Int(ledger.time.now.since($0).components.seconds) },
                held: figures.held, setAside: figures.setAside, isDraining: figures.draining != nil),
            displays: displays, printers: printers)
    }

    private func printers(_ figures: LedgerFigures) async throws -> [DeviceHealth] {
        guard let printer = parts.printer, let setting = settings.printer else { return [] }
        let reason = await printer.condition().reason
        let count = figures.work[.print] ?? 0
        let waiting = count > 0 ? "\(count) slip(s) wait" + (figures.slipsWaitFor.map { ": \($0)" } ?? "") : nil
        return [
            DeviceHealth(
                id: setting.name, state: reason == nil && waiting == nil ? "ok" : "degraded",
                detail: reason ?? waiting)
        ]
    }
}
