// SPDX-License-Identifier: Apache-2.0

/// Money in minor units of a currency.
package struct Amount: Sendable, Hashable {
    /// The largest amount of one payment, in minor units.
    package static let limit: Int64 = 100_000_000_000

    /// Minor units: 1250 is 12.50 in a currency with two decimals.
    package var value: Int64
    /// ISO 4217: "CNY".
    package var currency: String

    /// Puts the parts together.
    package init(value: Int64, currency: String) {
        self.value = value
        self.currency = currency
    }

    /// The amount as bodies carry it.
    var resource: JSONValue { .object(("value", .integer(value)), ("currency", .string(currency))) }

    /// Whether a text has the form of an ISO 4217 code.
    static func isCurrency(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
