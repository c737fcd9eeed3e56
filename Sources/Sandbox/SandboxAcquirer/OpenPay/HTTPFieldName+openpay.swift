// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension HTTPField.Name {
    /// `OpenPay-Merchant`, the merchant's number. Source: OpenPay, section 1.
    static let openPayMerchant = named("OpenPay-Merchant")
    /// `Idempotency-Key`. Source: OpenPay, section 1.
    static let idempotencyKey = named("Idempotency-Key")
    /// `Sandbox-Outcome`, the script that a new payment shall take.
    static let sandboxOutcome = named("Sandbox-Outcome")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }
}
