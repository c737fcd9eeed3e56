// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Numbers as a table shows them: as many digits as mean something.
enum Number {
    /// Three digits that count, or all of the whole part: `0.0213`, `1.68`, `14088`.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "?" }
        let size = abs(value)
        guard size > 0 else { return "0" }
        let digits = Int(log10(size).rounded(.down))
        return String(format: "%.\(min(9, max(0, 2 - digits)))f", value)
    }
}
