// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// The daemon's health in words.
enum HealthText {
    /// One matter a line.
    static func block(_ health: HealthResource) -> [String] {
        var lines = [
            OrderText.row("status", health.status),
            OrderText.row("version", "\(health.version) (\(health.environment))"),
            OrderText.row("currency", health.currency),
            OrderText.row("ledger", ledger(health.ledger)),
            OrderText.row("queue", queue(health.queue)),
            OrderText.row("backup", health.ledger.lastBackup?.text ?? "none known: make one with \"till backup\""),
        ]
        if let key = health.ledger.key { lines.append(OrderText.row("key", key)) }
        lines += (health.sales?.reasons ?? []).map {
            OrderText.row("sales", "refused: \($0.detail) (\($0.code))")
        }
        lines += health.accounts.map { OrderText.row("account", account($0)) }
        lines += health.displays.map { OrderText.row("display", device($0)) }
        lines += health.printers.map { OrderText.row("printer", device($0)) }
        lines += (health.webhooks ?? []).map { OrderText.row("webhook", webhook($0)) }
        return lines
    }

    private static func webhook(_ webhook: WebhookHealth) -> String {
        "\(webhook.name ?? webhook.id) \(webhook.state.rawValue)" + (webhook.detail.map { ": \($0)" } ?? "")
    }

    private static func ledger(_ ledger: LedgerHealth) -> String {
        var parts = [
            ledger.state, count(ledger.openOrders, "open sale"),
            count(ledger.openHolds, "open hold"),
            "last event \(ledger.last)",
        ]
        if let free = ledger.freeBytes { parts.append("\(free / 1_048_576) MiB free") }
        return parts.joined(separator: ", ")
    }

    /// The clock is named where it is off by what matters.
    private static func account(_ account: AccountHealth) -> String {
        let offset = account.clockOffsetSeconds ?? 0
        let clock = abs(offset) < 60 ? "" : ", our clock \(abs(offset)) s \(offset < 0 ? "behind" : "ahead")"
        return "\(account.id) \(account.provider), breaker \(account.breaker)\(clock)"
    }

    private static func queue(_ queue: QueueHealth) -> String {
        let oldest = queue.oldestSeconds.map { ", the oldest for \($0) s" } ?? ""
        var parts = ["\(queue.waiting) waiting, \(queue.due) due\(oldest)"]
        if queue.held > 0 { parts.append("\(queue.held) held by a person") }
        if queue.setAside > 0 { parts.append("\(queue.setAside) that this version cannot read") }
        if queue.isDraining { parts.append("draining: no new sales") }
        return parts.joined(separator: ", ")
    }

    /// A device in a line.
    static func device(_ device: DeviceHealth) -> String {
        "\(device.id) \(device.state)" + (device.detail.map { ": \($0)" } ?? "")
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
}
