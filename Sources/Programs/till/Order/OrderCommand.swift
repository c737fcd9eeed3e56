// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `till order`: sales.
struct OrderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: "Open sales, follow them, give them up or give money back.",
        subcommands: [
            OrderOpen.self, OrderShow.self, OrderList.self, OrderWatch.self, OrderCancel.self,
            OrderRefund.self, OrderReprint.self, OrderAttempt.self, OrderCheck.self,
            OrderReceipt.self,
        ]
    )
}
