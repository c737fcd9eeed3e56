// SPDX-License-Identifier: Apache-2.0

/// An exchange in lines that a person reads.
struct ExchangeText {
    /// The longest body that is shown, in characters.
    private static let longestBody = 2000

    /// The exchange.
    let exchange: ControlExchange

    /// Takes an exchange.
    init(_ exchange: ControlExchange) { self.exchange = exchange }

    /// The lines, without the end of the last one.
    var text: String {
        var lines = [head]
        if let script = exchange.script {
            lines.append("  script   \(exchange.outcome.map { "\($0), " } ?? "")\(script)")
        }
        if let struck = exchange.struck { lines.append("  struck   \(struck.joined(separator: ", "))") }
        if let flaw = exchange.flaw { lines.append("  flaw     \(flaw)") }
        lines += signature("signed", exchange.signed)
        if let refused = exchange.refused { lines.append("  refused  \(Self.text(of: refused))") }
        if let body = Self.body(exchange.request.body, exchange.request.body_base64, exchange.request.body_bytes) {
            lines.append("  body     \(body)")
        }
        lines.append("  answer   \(answer)")
        lines += signature("by", exchange.answer.signed)
        if let body = Self.body(exchange.answer.body, exchange.answer.body_base64, exchange.answer.body_bytes) {
            lines.append("  body     \(body)")
        }
        return lines.joined(separator: "\n")
    }

    private var head: String {
        let arrow = exchange.kind == "notify" ? "to" : "from"
        let other = exchange.kind == "notify" ? exchange.request.authority : exchange.from
        let number = exchange.try.map { "  try \($0)" } ?? ""
        return [
            "\(exchange.number)", exchange.at, "\(exchange.request.method) \(exchange.request.path ?? "/")",
            exchange.order_no ?? "-", "\(arrow) \(other ?? "-")\(number)",
        ].joined(separator: "  ")
    }

    private var answer: String {
        let answer = exchange.answer
        let status = answer.status.map(String.init) ?? "none"
        let late = answer.after_ms.map { $0 > 0 ? ", \($0) ms late" : "" } ?? ""
        switch answer.wire {
        case "lost": return "none: the connection ended\(late)"
        case "cut": return "\(status), cut after \(answer.after_bytes ?? 0) bytes\(late)"
        default: return status + late
        }
    }

    private func signature(_ title: String, _ signed: ControlExchange.Signed?) -> [String] {
        guard let signed else { return [] }
        let name = title + String(repeating: " ", count: max(1, 9 - title.count))
        let algorithm = signed.algorithm.map { " (\($0))" } ?? ""
        var lines = ["  \(name)\(signed.key ?? "no key is named")\(algorithm)"]
        if let why = signed.unreadable { lines.append("           \(why)") }
        let text = signed.text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines + text.map { "           | \($0)" }
    }

    private static func text(of refusal: ControlExchange.Refusal) -> String {
        let why = refusal.why.map { ": \($0)" } ?? ""
        return "\(refusal.code ?? "-")\(refusal.field.map { " (\($0))" } ?? "")\(why)"
    }

    private static func body(_ text: String?, _ base64: String?, _ bytes: Int?) -> String? {
        if let bytes { return "\(bytes) bytes" }
        if let base64 { return "in base64 \(base64.prefix(longestBody))" }
        guard let text, !text.isEmpty else { return nil }
        // What others sent must not move the cursor of a terminal.
        let safe = text.unicodeScalars.prefix(longestBody).map { $0.value < 0x20 || $0.value == 0x7F ? " " : "\($0)" }
        return safe.joined() + (text.unicodeScalars.count > longestBody ? "…" : "")
    }
}
