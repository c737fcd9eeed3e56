// SPDX-License-Identifier: Apache-2.0

import Meters
import PaymentService
import PrintService
import TillAPI
import TillCore
import TillServer
import TillStore
import WebhookService

/// All figures of the terminal, put together from those who know.
///
/// What was counted is told as it stands, the ledger is read once, and no device, acquirer or endpoint is asked.
struct TerminalFigures: Sendable {
    let health: Health
    let process: ProcessFigures
    let openOrdersMax: Int
    let clock: any Clock<Duration>

    /// The figures now, as Prometheus reads them.
    func text(_ server: ServerFigures) async throws -> String {
        var page = MetricPage()
        let ledger = health.ledger
        ledger.meters.tell(&page)
        process.tell(&page, environment: health.settings.environment)
        tell(server, &page)
        tellAccounts(&page)
        for (display, fault) in zip(health.settings.displays, health.faults) {
            page.set(.displayUp, isSo: fault == nil, [display.name])
        }
        if let made = health.backup.at { page.set(.backupAt, Self.seconds(made)) }
        page.set(.starts, ledger.boot)
        let gauges = try await ledger.gauges(
            of: health.parts.accounts.map(\.id), within: Obstacle.patience, clock: clock)
        page.set(.ledgerUp, isSo: gauges != nil)
        guard let gauges else { return page.text }
        tell(gauges, &page)
        // Only now: a disk that hangs may hold up whoever looks at its files.
        if let free = ledger.freeBytes { page.set(.diskFree, Double(free)) }
        if let sizes = ledger.sizes {
            page.set(.ledgerSize, Double(sizes.ledger), ["ledger"])
            page.set(.ledgerSize, Double(sizes.log), ["log"])
        }
        try await tellPrinters(&page)
        for webhook in try await health.webhooks.list() { tell(webhook, &page) }
        return page.text
    }

    /// The figures where the ledger cannot be used.
    static func withoutLedger(_ settings: Settings, _ process: ProcessFigures) -> String {
        var page = MetricPage()
        process.tell(&page, environment: settings.environment)
        page.set(.ledgerUp, isSo: false)
        tell([.outOfOrder], &page)
        return page.text
    }

    private static func tell(_ obstacles: [Obstacle], _ page: inout MetricPage) {
        page.set(.ready, isSo: obstacles.isEmpty)
        for obstacle in Obstacle.allCases {
            page.set(.salesRefused, isSo: obstacles.contains(obstacle), [obstacle.rawValue])
        }
    }

    private func tell(_ server: ServerFigures, _ page: inout MetricPage) {
        Self.tell(server.obstacles, &page)
        page.set(.readers, server.readers)
        page.set(.readersMax, server.readersMax)
        page.set(.ordersOpenMax, openOrdersMax)
    }

    private func tellAccounts(_ page: inout MetricPage) {
        for account in health.parts.accounts.map(\.id) {
            page.set(.breakerOpen, isSo: health.breakers.isOpen(account), [account.text])
            guard let offset = health.watch.offset(of: account) else { continue }
            page.set(.clockOffset, offset.inSeconds, [account.text])
        }
    }

    private func tell(_ gauges: LedgerGauges, _ page: inout MetricPage) {
        page.set(.ordersOpen, gauges.openOrders)
        page.set(.holdsOpen, gauges.openHolds)
        page.set(.journalRows, Double(gauges.head))
        for (lane, gauge) in gauges.lanes {
            for (state, rows) in [
                ("due", gauge.due), ("later", gauge.later), ("watched", gauge.watched), ("held", gauge.held),
                ("set_aside", gauge.setAside),
            ] { page.set(.outboxRows, rows, [lane.rawValue, state]) }
            page.set(.outboxOldest, gauge.oldest.inSeconds, [lane.rawValue])
        }
        for (account, time) in gauges.comparedAt { page.set(.comparedAt, Self.seconds(time), [account.text]) }
    }

    private func tellPrinters(_ page: inout MetricPage) async throws {
        for post in health.posts {
            let (waiting, why): (Int, String?)
            if post.isJournal {
                waiting = Int(try await health.figures(ofRoll: post)?.waiting ?? 0)
                why = post.standing.current
            } else {
                let slips = try await health.ledger.waitingSlips(of: post.slips)
                (waiting, why) = (slips.count, slips.why)
            }
            page.set(.printerWaiting, waiting, [post.name])
            page.set(.printerUp, isSo: why == nil, [post.name])
        }
    }

    private func tell(_ webhook: WebhookResource, _ page: inout MetricPage) {
        let labels = [webhook.id, webhook.name ?? ""]
        page.set(.webhookUp, isSo: webhook.state == .ok, labels)
        page.set(.webhookWaiting, webhook.waiting, labels)
        page.set(.webhookDead, webhook.dead, labels)
        page.set(.webhookDelivered, webhook.delivered, labels)
    }

    private static func seconds(_ time: Timestamp) -> Double { Double(time.milliseconds) / 1000 }
}
