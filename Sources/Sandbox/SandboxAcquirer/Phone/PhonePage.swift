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
        let amount = Self.escaped(payment.amount.decimal)
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
        <form method="post" action="/p/\(payment.codeID)/pay"><button class="pay">Pay</button></form>
        <form method="post" action="/p/\(payment.codeID)/decline"><button class="decline">Decline</button></form>
        """
    }

    private static func state(_ name: String, _ mark: String, _ text: String) -> String {
        "<div class=\"mark \(name)\">\(mark)</div><p class=\"state\" id=\"state\">\(text)</p>"
    }

    private static func frame(title: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>\(title)</title>
        <style>
        :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #dfe4ea; }
        main { width: min(22rem, 92vw); min-height: 34rem; box-sizing: border-box; padding: 2.5rem 1.5rem; border-radius: 2rem;
          background: #fff; color: #14181d; text-align: center; box-shadow: 0 1rem 3rem #0003; }
        header { font-size: .8rem; color: #5b6570; margin-bottom: 2rem; }
        h1 { font-size: 1.3rem; margin: .2rem 0 1.5rem; overflow-wrap: anywhere; }
        p { margin: .4rem 0; overflow-wrap: anywhere; } .to, .no, .note { color: #5b6570; font-size: .85rem; }
        .amount { font-size: 2.6rem; font-weight: 700; font-variant-numeric: tabular-nums; }
        button { width: 100%; padding: 1rem; margin-top: .8rem; border: 0; border-radius: 1rem; font: inherit; font-weight: 600; cursor: pointer; }
        .pay { background: #0a7d4b; color: #fff; margin-top: 2.5rem; } .decline { background: #e8ecf0; color: #14181d; }
        .mark { width: 5rem; height: 5rem; line-height: 5rem; margin: 2.5rem auto 1rem; border-radius: 50%; font-size: 2.4rem;
          background: #8a3b3b; color: #fff; } .mark.paid { background: #0a7d4b; } .state { font-weight: 600; }
        @media (prefers-color-scheme: dark) { body { background: #101418; } main { background: #1b2127; color: #eef2f5; }
          header, .to, .no, .note { color: #9aa6b2; } .decline { background: #2b333b; color: #eef2f5; } }
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
