// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox books`
struct BooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "books", abstract: "Show payments and the money held for them, newest first.")

    @Argument(help: "One order number only.", completion: .custom(SandboxWords.payments))
    var orderNo: String?
    @Flag(help: "Show the whole answer as JSON.")
    var json = false
    @Option(help: "How many payments at most.")
    var limit = 100
    @OptionGroup var server: ServerOption

    func validate() throws {
        guard orderNo.map(Merchant.isReference) ?? true else {
            throw ValidationError("an order number is 1 to 64 of 0-9, A-Z, a-z, _ and -")
        }
        guard limit >= 1 else { throw ValidationError("--limit is one or more") }
    }

    func run() async throws {
        let client = try server.client()
        let path = "/sandbox/books?limit=\(limit)" + (orderNo.map { "&order_no=\($0)" } ?? "")
        guard !json else {
            let (status, body) = try await client.send(.get, path)
            print(String(decoding: body, as: UTF8.self))
            if status != 200 { throw ExitCode.failure }
            return
        }
        let books: ControlBooks = try await client.call(.get, path)
        for payment in books.payments {
            let held = books.held.filter { $0.order_no == payment.order_no }
                .map { Amount(value: $0.value, currency: $0.currency).decimal }
            print(
                payment.order_no, payment.status, payment.amount.decimal,
                "held \(held.isEmpty ? "nothing" : held.joined(separator: " and "))", payment.script, payment.page,
                separator: "  ")
        }
    }
}
