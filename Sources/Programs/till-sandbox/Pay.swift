// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox pay A-1`
struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pay as the payer's phone does.",
        discussion: """
            Names a payment by its order number, its own number, or the text of its code.

            Exit status: 0 done, 2 the payment takes no money any more.
            """)

    @Argument(
        help: "Order number, payment number, or the code's URL.", completion: .custom(SandboxWords.openPayments))
    var payment: String
    @Flag(help: "Decline instead.")
    var decline = false
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let url = try await page()
        guard let address = WebAddress(url) else { throw SandboxFault.badURL(url) }
        let client = try ControlClient(server: "\(address.scheme)://\(address.authority)")
        let (status, body) = try await client.send(.post, "\(address.path)/\(decline ? "decline" : "pay")")
        guard status == 200 || status == 409, let seen = try? JSONDecoder().decode(PaidPayment.self, from: Data(body))
        else {
            throw SandboxFault.nothingToPay(payment)
        }
        try output.show(seen, "\(seen.order_no) \(seen.status) \(seen.amount.decimal)")
        if status == 409 { throw ExitCode(2) }
    }

    private func page() async throws -> String {
        if payment.hasPrefix("http://") || payment.hasPrefix("https://") { return payment }
        guard Merchant.isReference(payment) else { throw SandboxFault.nothingToPay(payment) }
        let client = try server.client()
        let isNumber = payment.hasPrefix("pay_")
        let books: ControlBooks = try await client.call(
            .get, "/sandbox/books?\(isNumber ? "payment" : "order_no")=\(payment)")
        let found = books.payments.filter { !isNumber || $0.id == payment }
        guard let choice = found.first(where: \.isOpen) ?? found.last else { throw SandboxFault.nothingToPay(payment) }
        return choice.page
    }
}
