// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Seeds as they are named: "A..B", both played.
struct SeedRange: ExpressibleByArgument {
    let first: UInt64
    let last: UInt64

    init?(argument: String) {
        let ends = argument.split(separator: "..", omittingEmptySubsequences: false).map { UInt64($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last, last < .max else { return nil }
        self.first = first
        self.last = last
    }

    var defaultValueDescription: String { "\(first)..\(last)" }
}
