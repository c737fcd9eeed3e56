// SPDX-License-Identifier: Apache-2.0

/// The page that a payer sees who has scanned a code; it loads nothing.
struct PhonePage {
    /// What is to be paid.
    let payment: Payment
    /// The merchant's name.
    let merchant: String

    /// The page for a code that leads nowhere.
    static let unknown = frame(
        title: "Unknown code",
        body: "<div class=\"mark\">?</div><h1>Unknown code</h1><p>This code belongs to no payment.</p>")

    /// The page as the payment stands.
    var html: String {
        let refunded =
            payment.refunded > 0
            ? "<p class=\"note\">Refunded \(Self.escaped(refundedAmount.decimal))</p>"
            : ""
        let body = """
            <p class="to">To</p><h1>\(Self.escaped(merchant))</h1>
            <p class="amount" id="amount">\(amount)</p>
            <p class="subject">\(Self.escaped(payment.subject))</p>
            <p class="no">Order \(Self.escaped(payment.orderNo))</p>
            \(actions)\(refunded)
            """
        return Self.frame(title: "Pay \(Self.escaped(merchant))", body: body)
    }

    private var refundedAmount: Amount {
        Amount(value: payment.refunded, currency: (payment.paidAmount ?? payment.amount).currency)
    }

    private var actions: String {
        switch payment.status {
        case .created, .pending: buttons
        case .paid: Self.state("paid", "✓", "Paid")
        case .failed: Self.state("failed", "✕", "Declined")
        case .cancelled: Self.state("cancelled", "✕", "Cancelled by the merchant")
        case .closed:
            Self.state("closed", "✕", "This payment is closed")
                + (payment.script.has(.paidAfterClose) ? buttons : "")
        }
    }

    private var buttons: String {
        """
        <form method="post" action="/p/\(payment.codeID)/pay"><button class="pay" type="submit">Pay \(amount)</button></form>
        <form method="post" action="/p/\(payment.codeID)/decline"><button class="decline" type="submit">Decline</button></form>
        """
    }

    private var amount: String { Self.escaped(payment.amount.decimal) }

    private static func state(_ name: String, _ mark: String, _ text: String) -> String {
        """
        <div class="mark \(name)" aria-hidden="true">\(mark)</div><p class="state" id="state" role="status">\(text)</p>
        """
    }

    private static func frame(title: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>\(title)</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no">
        <style>
        \(PhoneStyle.css)
        </style></head><body><main><header>Sandbox wallet: no real money</header>
        \(body)
        </main></body></html>
        """
    }

    /// A text that a browser shows as it is.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { safe, character in
            switch character {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.append(character)
            }
        }
    }
}
