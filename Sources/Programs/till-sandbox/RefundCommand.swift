// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox refund A-1 250`
struct RefundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refund",
        abstract: "Give money back at the acquirer's own console, of which the merchant knows nothing.",
        discussion: """
            Names a payment by its order number or its own number. The refund has a number of the platform's own; the merchant
            is told with refund.done, unless the payment's script loses its notifies.
            """)

    @Argument(help: "Order number or payment number.", completion: .custom(SandboxWords.payments))
    var payment: String
    @Argument(help: "How much, in minor units; all that is left when it is left out.")
    var amount: Int64?
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard Merchant.isReference(payment) else {
            throw ValidationError("a number is 1 to 64 of 0-9, A-Z, a-z, _ and -")
        }
        guard amount ?? 1 >= 1 else { throw ValidationError("an amount is one minor unit or more") }
    }

    func run() async throws {
        var body: [String: any Sendable] = [payment.hasPrefix("pay_") ? "payment" : "order_no": payment]
        if let amount { body["amount"] = amount }
        let refund: ControlRefund = try await server.client().call(.post, "/sandbox/refunds", body)
        try output.show(refund, "\(refund.order_no) refunded \(refund.amount.decimal) \(refund.refund_no)")
    }
}
