// SPDX-License-Identifier: Apache-2.0

import Receipts

/// What one job for a journal printer holds: some lines, or the total of a day.
struct RollPage {
    /// One text a line.
    let lines: [String]
    /// The block that ends a day; nil for lines of sales.
    var total: SlipContent?
    /// The last line that is on paper with it.
    let printed: Int64
    /// The last line that the total of a day has counted with it.
    let closed: Int64
    /// Whether it says that the roll is late.
    var isLate = false
}
