// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import HTTPTypes
import SandboxAcquirer

/// `till-sandbox log`
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show what came and went: what was signed, by which key, and why it was refused.",
        discussion: """
            The text that a signature covers is the one that the sandbox made of the request as it arrived. Where it is not the
            text that the other side signed, compare the two: the line that differs is the mistake.
            """)

    @Argument(help: "One order number or payment number only.", completion: .custom(SandboxWords.payments))
    var order: String?
    @Flag(help: "Go on with what comes, until Ctrl-C.")
    var follow = false
    @Option(help: "How many exchanges at most, the newest.")
    var limit = 20
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard order.map(Merchant.isReference) ?? true else {
            throw ValidationError("a number is 1 to 64 of 0-9, A-Z, a-z, _ and -")
        }
        guard (1...1000).contains(limit) else { throw ValidationError("--limit is 1 to 1000") }
    }

    func run() async throws {
        let client = try server.client()
        var last = try await show(client, "limit=\(limit)") ?? 0
        while follow {
            try await Task.sleep(for: .milliseconds(300))
            last = try await show(client, "limit=1000&after=\(last)") ?? last
        }
    }

    /// Shows what the log has, and gives the number of the last exchange.
    private func show(_ client: ControlClient, _ query: String) async throws -> Int64? {
        let number = order.map { "&\($0.hasPrefix("pay_") ? "payment" : "order_no")=\($0)" } ?? ""
        let page: ControlExchanges = try await client.call(.get, "/sandbox/exchanges?\(query)\(number)")
        for exchange in page.exchanges {
            let text = output.isJSON ? try exchange.line() : ExchangeText(exchange).text
            // At once, also where nobody looks at a terminal.
            FileHandle.standardOutput.write(Data((text + "\n").utf8))
        }
        return page.exchanges.last?.number
    }
}
