// SPDX-License-Identifier: Apache-2.0

/// Values that were measured, at least one.
struct Sample: Hashable {
    /// The values, the least first.
    let sorted: [Double]

    /// Takes values in any order.
    ///
    /// - Throws: ``BenchFault/nothingMeasured`` if there are none, or one of them is no number.
    init(_ values: [Double]) throws(BenchFault) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { throw .nothingMeasured }
        sorted = values.sorted()
    }

    /// The least value.
    var least: Double { sorted[0] }
    /// The greatest value.
    var most: Double { sorted[sorted.count - 1] }
    /// How far the values reach.
    var spread: ClosedRange<Double> { least...most }

    /// The value in the middle; of an even number, the mean of the two.
    var median: Double {
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// The least value that so many hundredths of all values do not exceed.
    ///
    /// - Parameter hundredths: 0 to 100; 0 is the least value, 100 the greatest.
    func percentile(_ hundredths: Double) -> Double {
        let rank = (min(max(hundredths, 0), 100) / 100 * Double(sorted.count)).rounded(.up)
        return sorted[min(sorted.count, max(1, Int(rank))) - 1]
    }
}
