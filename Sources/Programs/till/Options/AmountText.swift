// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI

/// Checks amounts on the command line.
enum AmountText {
    /// Refuses what is no decimal.
    static func check(_ amount: String) throws {
        guard DecimalText.isDecimal(amount) else {
            throw ValidationError("\"\(amount)\" is not an amount: write it like 12.50")
        }
    }

    /// Refuses what is no currency code.
    static func check(currency: String) throws {
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else {
            throw ValidationError("\"\(currency)\" is not a currency: write it like CNY")
        }
    }
}
