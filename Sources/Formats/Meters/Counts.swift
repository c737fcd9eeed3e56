// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How often things happened, by labels.
package final class Counts: Sendable {
    /// Sets of labels at most; what comes beyond them is counted as `other`.
    package static let seriesMax = 500

    private let family: MetricFamily
    private let counts = Mutex<[[String]: Int]>([:])

    init(_ family: MetricFamily) { self.family = family }

    /// Counts something.
    ///
    /// - Parameters:
    ///   - labels: the values of the family's labels.
    ///   - amount: how often it happened; 0 makes it known as what has not happened yet.
    package func note(_ labels: [String] = [], _ amount: Int = 1) {
        counts.withLock { counts in
            let isKnown = counts[labels] != nil || counts.count < Self.seriesMax
            counts[isKnown ? labels : labels.map { _ in MetricPage.other }, default: 0] += amount
        }
    }

    /// Says how often it happened.
    func tell(_ page: inout MetricPage) {
        for (labels, count) in counts.withLock({ $0 }) { page.set(family, Double(count), labels) }
    }
}
