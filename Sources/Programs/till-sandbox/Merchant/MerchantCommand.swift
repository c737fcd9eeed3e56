// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till-sandbox merchant …`
struct MerchantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merchant", abstract: "Register merchants, list them, and change keys.",
        subcommands: [MerchantAdd.self, MerchantList.self, MerchantRotate.self], defaultSubcommand: MerchantList.self)
}
