// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-sandbox merchant …`
struct MerchantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merchant", abstract: "Register merchants, and list them.",
        subcommands: [MerchantAdd.self, MerchantList.self], defaultSubcommand: MerchantList.self)
}
