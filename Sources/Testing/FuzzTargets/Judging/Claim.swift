// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What a message says about money, read by the sandbox's parser, which shares no code with the provider.
struct Claim {
    /// The members of the payment or refund.
    let json: JSONValue

    /// Reads a text; nil if it is no strict JSON.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONParser.value(of: bytes) else { return nil }
        json = value
    }

    private init(json: JSONValue) { self.json = json }

    /// What a notify carries.
    var told: Claim? { json["data"].map { Claim(json: $0) } }

    func text(_ name: String) -> String? { json[name]?.text }

    /// Whether a member is money, to the unit.
    func says(_ name: String, _ money: Money) -> Bool {
        json[name]?["value"]?.whole == money.minorUnits && json[name]?["currency"]?.text == money.currency.code
    }

    /// Whether a member is there and is not null.
    func has(_ name: String) -> Bool {
        switch json[name] {
        case nil, .null?: false
        default: true
        }
    }

    /// What is wrong with a belief that a payment is paid; nil if the message says so.
    func fault(ofPaid payment: Payment) -> String? {
        guard text("status") == "paid" else { return "\(text("status") ?? "nothing") was believed to be paid" }
        guard text("id") == payment.acquirerReference else { return "the payment's id changed" }
        guard says(has("paid_amount") ? "paid_amount" : "amount", payment.amount) else {
            return "the amount changed to \(payment.amount)"
        }
        return nil
    }

    /// What is wrong with a belief that a payment is over unpaid; nil if the message says so.
    func faultOfOver() -> String? {
        guard ["closed", "cancelled", "failed"].contains(text("status")) else {
            return "\(text("status") ?? "nothing") was believed to be over"
        }
        return has("paid_at") || has("paid_amount") ? "a payment that was paid was believed to be over" : nil
    }

    /// What is wrong with an amount that was taken out of a text which is no strict JSON; nil if it stands there.
    ///
    /// A member that nobody needs, such as a payer's name in an old encoding, must not keep money from
    /// being known. But the amount has to be written out, unit by unit.
    static func fault(of money: Money?, in bytes: [UInt8]) -> String? {
        guard let money else { return nil }
        let digits = Array(String(money.minorUnits).utf8)
        let isOfNumber: (UInt8) -> Bool = { byte in (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) }
        let isWritten = bytes.split(whereSeparator: { !isOfNumber($0) }).contains { $0.elementsEqual(digits) }
        return isWritten ? nil : "\(money) was taken out of a text that does not say so"
    }
}
