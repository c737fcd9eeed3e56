// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DisplayService
import Foundation
import PaymentService
import TillAPI
import TillCore
import TillServer
import TillStore
import WebhookService

/// How the terminal is, put together from those who know.
struct Health: Sendable {
    let settings: Settings
    let parts: Parts
    let ledger: Ledger
    let breakers: Breakers
    let conditions: [DisplayCondition]
    /// What stands around the displays, one each; nil for those that are no panels of this machine.
    let stands: [DisplayStand?]
    /// The printers at work.
    let posts: [PrinterPost]
    /// The thumbprint of the key that signs evidence.
    let key: String
    let watch: ClockWatch
    let gate: SaleGate
    /// The endpoints that are told of sales.
    let webhooks: WebhookDesk
    /// When the newest backup was made.
    let backup: LatestBackup

    func resource() async throws -> HealthResource {
        let figures = try await ledger.figures()
        let accounts = zip(parts.accounts, settings.accounts).map { account, setting in
            AccountHealth(
                id: account.id.text, provider: setting.provider,
                breaker: breakers.isOpen(account.id) ? "open" : "closed",
                currency: account.currency.code, currencyExponent: account.currency.exponent,
                clockOffsetSeconds: watch.offset(of: account.id).map { Int($0.components.seconds) })
        }
        let displays = zip(settings.displays, faults).map { display, fault in
            DeviceHealth(id: display.name, state: fault == nil ? "ok" : "degraded", detail: fault)
        }
        let printers = try await printers()
        let sales = gate.health
        let condition = ledger.condition
        let webhooks = try await webhooks.health()
        let isWell =
            condition == .ok && accounts.allSatisfy { $0.breaker == "closed" }
            && parts.accounts.allSatisfy { watch.fault(of: $0.id) == nil }
            && (displays + printers).allSatisfy { $0.state == "ok" } && figures.openHolds == 0
            // Whoever holds work back looks away from it, and that is for others to know.
            && figures.held == 0 && figures.setAside == 0 && figures.draining == nil
            && sales.reasons.isEmpty && !webhooks.contains { $0.state.needsPerson }
        return HealthResource(
            status: isWell ? "ok" : "degraded", version: Version.text,
            environment: settings.environment.rawValue, currency: settings.terminal.currency.code,
            currencyExponent: settings.terminal.currency.exponent,
            ledger: LedgerHealth(
                state: condition.word, last: "\(ledger.epoch)-\(figures.head)",
                openOrders: figures.openOrders, openHolds: figures.openHolds,
                freeBytes: ledger.freeBytes, key: key,
                lastBackup: backup.at.map { WireTime(milliseconds: $0.milliseconds) }),
            accounts: accounts,
            queue: QueueHealth(
                waiting: figures.work.values.reduce(0, +), due: figures.due,
                oldestSeconds: figures.oldestDue.map { Int(ledger.time.now.since($0).components.seconds) },
                held: figures.held, setAside: figures.setAside, isDraining: figures.draining != nil),
            sales: sales, displays: displays, printers: printers, webhooks: webhooks.isEmpty ? nil : webhooks)
    }

    /// How it is in a sentence. Devices are not asked: one that hangs must not stop the watchdog.
    func sentence() async throws -> String {
        let figures = try await ledger.figures()
        var faults = gate.refusals.map { "sales are refused: \($0.detail)" }
        faults += parts.accounts.filter { breakers.isOpen($0.id) }.map {
            "the acquirer of \($0.id) does not answer"
        }
        faults += zip(settings.displays, self.faults).compactMap { display, fault in
            fault.map { "display \(display.name): \($0)" }
        }
        faults += figures.slipsWaitFor.map { ["slips wait: \($0)"] } ?? []
        faults += rollFaults
        return StatusSentence.of(figures, faults: faults)
    }

    /// What is wrong with displays, one each.
    var faults: [String?] {
        zip(conditions, stands).map { condition, stand in condition.current ?? stand?.concern }
    }

    /// How the terminal is where the ledger cannot be used: nobody is asked, and no device either.
    static func withoutLedger(_ settings: Settings, _ sales: IntakeHealth) -> HealthResource {
        HealthResource(
            status: "degraded", version: Version.text, environment: settings.environment.rawValue,
            currency: settings.terminal.currency.code,
            currencyExponent: settings.terminal.currency.exponent,
            ledger: LedgerHealth(state: "failed", last: "", openOrders: 0, openHolds: 0),
            accounts: settings.accounts.map {
                AccountHealth(id: $0.id.text, provider: $0.provider, breaker: "open")
            },
            queue: QueueHealth(waiting: 0, due: 0), sales: sales)
    }
}
