// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Where a sale is shown while it is followed.
protocol PayView {
    /// Shows the sale after a change.
    mutating func show(_ order: OrderResource) throws
    /// Shows the drawing of a code.
    mutating func show(drawing lines: [String], of payload: String)
    /// Shows that another second has passed.
    mutating func secondPassed()
    /// Says something about the sale.
    mutating func say(_ sentence: String)
    /// Shows how the sale ended.
    mutating func end(_ order: OrderResource) throws
    /// Leaves the place to what is printed next.
    mutating func leave()
}
