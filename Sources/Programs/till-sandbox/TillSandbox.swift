// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Manners

/// `till-sandbox`: an acquirer to practise with.
@main
struct TillSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till-sandbox",
        abstract: "An acquirer to practise with: it speaks OpenPay, holds no real money, and misbehaves on demand.",
        version: ProgramVersion.text,
        subcommands: [
            Serve.self, MerchantCommand.self, Pay.self, RefundCommand.self, OutcomesCommand.self, ScriptsCommand.self,
            ScriptCommand.self, BooksCommand.self, LogCommand.self, ClockCommand.self, ReplayCommand.self,
        ])
}
