// SPDX-License-Identifier: Apache-2.0

/// What `POST /payments` asks for.
///
/// Source: OpenPay, section 2.
struct NewPayment {
    /// 1 to 64 of 0-9, A-Z, a-z, "_" and "-".
    let orderNo: String
    /// In the merchant's currency.
    let amount: Amount
    /// What the payer reads, 1 to 128 characters.
    let subject: String
    /// Who shows a code.
    let flow: PaymentFlow
    /// Milliseconds since 1970 UTC.
    let expiresAt: Int64
    /// Where notifies go; nil for none.
    let notifyURL: String?
    /// The id of the terminal that asks.
    let terminal: String
    /// The whole request, so that equal content can be told.
    let content: String

    private static let known: Set<String> = [
        "order_no", "amount", "subject", "flow", "payer_code", "expires_at", "notify_url", "attach", "terminal",
    ]
    private static let notOffered = ["agreement", "installments", "payees"]

    /// Reads a body.
    init(_ body: JSONValue, for merchant: Merchant) throws(Problem) {
        for name in Self.notOffered where body[name] != nil {
            throw .invalid(name, "this sandbox does not offer it: leave it out")
        }
        let reader = try BodyReader(body, knows: Self.known)
        orderNo = try reader.reference("order_no")
        amount = try reader.amount("amount", currency: merchant.currency)
        subject = try reader.text("subject", 1...128)
        let flowName = try reader.text("flow", 1...32)
        guard let flow = PaymentFlow(rawValue: flowName) else {
            throw .invalid("flow", "this sandbox offers show_code and scan_payer")
        }
        self.flow = flow
        switch flow {
        case .showCode:
            guard !reader.has("payer_code") else { throw .invalid("payer_code", "leave it out with show_code") }
        case .scanPayer:
            _ = try reader.text("payer_code", 1...128)
        }
        expiresAt = try reader.time("expires_at")
        _ = try reader.optionalText("attach", 0...256)
        let device = try reader.reader("terminal", knows: ["id", "fingerprint", "store"])
        terminal = try device.text("id", 1...64)
        _ = try device.text("fingerprint", 1...128)
        _ = try device.text("store", 1...64)
        notifyURL = try Self.notifyURL(try reader.optionalText("notify_url", 1...512))
        content = body.canonical
    }

    private static func notifyURL(_ text: String?) throws(Problem) -> String? {
        guard let text else { return nil }
        guard let address = WebAddress(text), address.scheme == "https" || address.isLoopback else {
            throw .invalid("notify_url", "send an https URL, or an http URL of this machine")
        }
        return text
    }
}
