// SPDX-License-Identifier: Apache-2.0

/// What is kept of the exchanges of a bank.
package struct ExchangeKeeping: Sendable {
    /// How many exchanges the books keep, the newest; zero for none.
    package let logged: Int
    /// Takes the lines of a recording, one after the other and without their ends; nil where nobody records.
    package let record: (@Sendable ([UInt8]) -> Void)?

    /// Keeps so many exchanges, and hands lines out.
    package init(logged: Int = 0, record: (@Sendable ([UInt8]) -> Void)? = nil) {
        self.logged = logged
        self.record = record
    }

    /// Whether anything is kept at all.
    var isOn: Bool { logged > 0 || record != nil }
}
