// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// A sale in words.
enum OrderText {
    /// One line: `01J… code 12.50 CNY https://…`.
    static func line(_ order: OrderResource, _ currencies: Currencies) -> String {
        words(order, currencies).joined(separator: " ")
    }

    /// The words of that line; the second one is the status.
    static func words(_ order: OrderResource, _ currencies: Currencies) -> [String] {
        var words = [order.id, order.status.rawValue, currencies.text(order.amount)]
        if order.status == .code, let code = order.presentedCode { words.append(code.payload) }
        return words
    }

    /// Everything, one matter a line.
    static func block(_ order: OrderResource, _ currencies: Currencies) -> [String] {
        var lines = [
            row("order", order.id),
            row("status", order.status.rawValue),
            row("amount", currencies.text(order.amount)),
        ]
        if let reference = order.reference { lines.append(row("reference", reference)) }
        if let subject = order.subject { lines.append(row("subject", subject)) }
        lines.append(row("opened", order.openedAt.text))
        let left = order.status.isFinal ? "" : " (\(timeLeft(order.secondsLeft)) left)"
        lines.append(row("deadline", order.deadline.text + left))
        lines.append(row("version", String(order.version)))
        for (name, value) in order.metadata.sorted(by: { $0.key < $1.key }) {
            lines.append(row("metadata", "\(name)=\(value)"))
        }
        lines += order.attempts.map { row("attempt", attempt($0)) }
        lines += order.transactions.map { row("money", transaction($0, currencies)) }
        lines += order.refunds.map { row("refund", refund($0, currencies)) }
        lines += order.holds.flatMap { hold($0) }
        lines += order.prints.map { row("print", print($0)) }
        lines += (order.held ?? []).map { row("queue", QueueText.held($0)) }
        return lines
    }

    /// Minutes and seconds: `4:47`.
    static func timeLeft(_ seconds: Int) -> String {
        let seconds = max(0, seconds)
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A matter and what there is to say about it, in two columns.
    static func row(_ matter: String, _ text: String) -> String {
        matter + String(repeating: " ", count: max(1, 10 - matter.count)) + text
    }

    private static func attempt(_ attempt: AttemptResource) -> String {
        var words = [attempt.reference, attempt.account, attempt.state.rawValue]
        if let reason = attempt.reason {
            words.append("(\(attempt.detail.map { "\(reason.rawValue): \($0)" } ?? reason.rawValue))")
        }
        if attempt.state == .presented, let code = attempt.code { words.append(code.payload) }
        return words.joined(separator: " ")
    }

    private static func transaction(_ money: TransactionResource, _ currencies: Currencies)
        -> String
    {
        [
            currencies.text(money.amount), money.fate.rawValue, money.account,
            money.acquirerReference,
            "(\(money.source.rawValue) at \(money.learntAt.text))",
        ].joined(separator: " ")
    }

    private static func refund(_ refund: RefundResource, _ currencies: Currencies) -> String {
        var words = [currencies.text(refund.amount), refund.state.rawValue, refund.reason.rawValue]
        words += ["of", refund.acquirerReference, refund.id]
        if let note = refund.note { words.append("\"\(note)\"") }
        return words.joined(separator: " ")
    }

    private static func hold(_ hold: HoldResource) -> [String] {
        var lines = [row("hold", "\(hold.id) \(hold.about): \(hold.detail)")]
        if let settled = hold.settled {
            lines.append(
                row(
                    "",
                    "\(settled.decision) by \(settled.by) at \(settled.at.text): \(settled.note)"))
        } else if !hold.decisions.isEmpty {
            let choice = hold.decisions.joined(separator: "|")
            lines.append(
                row("", "decide with \"till hold settle \(hold.id) \(choice) --note ...\""))
        }
        return lines
    }

    private static func print(_ slip: PrintResource) -> String {
        let kind = slip.kind == .copy ? "copy \(slip.copy)" : slip.kind.rawValue
        return "\(kind) \(slip.state.rawValue) \(slip.id)"
    }
}
