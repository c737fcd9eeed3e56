// SPDX-License-Identifier: Apache-2.0

/// Times as people write them.
enum TimeSpan {
    private static let units: [(suffix: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// Milliseconds of "250ms", "10s", "5m", "2h" or "1d"; nil for anything else.
    static func milliseconds(_ text: String) -> Int64? {
        for (suffix, scale) in units where text.hasSuffix(suffix) {
            guard let value = Int64(text.dropLast(suffix.count)), value >= 0 else { continue }
            let (product, isTooLong) = value.multipliedReportingOverflow(by: scale)
            return isTooLong ? nil : product
        }
        return nil
    }
}
