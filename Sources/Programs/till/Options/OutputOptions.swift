// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Print JSON, one object a line.")
    var isJSON = false

    /// Prints one object as one line of JSON.
    func json(_ message: some Encodable) throws {
        Terminal.write(try WireJSON.bytes(of: message) + [0x0A])
    }

    /// Prints a sale as one line.
    func show(_ order: OrderResource, _ currencies: Currencies) throws {
        if isJSON { return try json(order) }
        Terminal.line(OrderText.words(order, currencies), Style.of(order.status), at: 1)
    }

    /// What amounts need to be printed; JSON needs nothing.
    func currencies(_ client: TillClient) async throws -> Currencies {
        Currencies(health: isJSON ? nil : try await client.health())
    }
}
