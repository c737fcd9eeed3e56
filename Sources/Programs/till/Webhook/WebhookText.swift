// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Webhooks in words.
enum WebhookText {
    /// An endpoint in a line.
    static func line(_ webhook: WebhookResource) -> String {
        var parts = [webhook.id, webhook.url, webhook.state.rawValue]
        if let name = webhook.name { parts[0] += " (\(name))" }
        parts.append("\(webhook.delivered) delivered, \(webhook.waiting) waiting, \(webhook.dead) given up")
        parts.append(webhook.events.joined(separator: " "))
        if webhook.secrets > 1 { parts.append("signed with the secret before as well") }
        if let detail = webhook.detail { parts.append(detail) }
        return parts.joined(separator: "  ")
    }

    /// A delivery in a line.
    static func line(_ delivery: DeliveryResource) -> String {
        var parts = [delivery.message, delivery.order ?? "-", "\(delivery.tries)x"]
        parts.append(delivery.isDead ? "given up" : delivery.nextAt.map { "next \($0.text)" } ?? "waits")
        if let answer = delivery.lastAnswer { parts.append(answer) }
        return parts.joined(separator: "  ")
    }

    /// Prints a secret that is told this once.
    static func show(_ made: WebhookSecretResource, _ output: OutputOptions) throws {
        if output.isJSON { return try output.json(made) }
        Terminal.line(line(made.webhook))
        guard let secret = made.secret else {
            Terminal.line(
                "this key was used before: the secret was told then; make a new one with \"till webhook rotate\"")
            return
        }
        Terminal.line("secret  \(secret)")
        let until = made.overlapUntil.map { "; until \($0.text) messages are signed with the one before as well" } ?? ""
        Terminal.line("it is told this once: give it to the receiver\(until)")
    }
}
