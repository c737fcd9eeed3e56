// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How long things took, by labels.
package final class Durations: Sendable {
    private let family: MetricFamily
    private let readings = Mutex<[[String]: HistogramReading]>([:])

    init(_ family: MetricFamily) { self.family = family }

    /// Notes how long something took.
    ///
    /// - Parameter labels: the values of the family's labels.
    package func note(_ duration: Duration, _ labels: [String] = []) {
        let seconds = duration.inSeconds
        readings.withLock { readings in
            let isKnown = readings[labels] != nil || readings.count < Counts.seriesMax
            let place = isKnown ? labels : labels.map { _ in MetricPage.other }
            readings[place, default: HistogramReading(bounds: family.bounds)].note(seconds, bounds: family.bounds)
        }
    }

    /// Says how long it took.
    func tell(_ page: inout MetricPage) {
        for (labels, reading) in readings.withLock({ $0 }) { page.set(family, reading, labels) }
    }
}
