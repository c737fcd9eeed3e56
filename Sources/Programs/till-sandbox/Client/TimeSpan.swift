// SPDX-License-Identifier: Apache-2.0

/// Times as people write them.
enum TimeSpan {
    private static let units: [(suffix: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// Milliseconds of "250ms", "10s", "5m", "2h", "1d" or "1h30m", a "+" before it or not; nil for anything else.
    static func milliseconds(_ text: String) -> Int64? {
        var rest = text.hasPrefix("+") ? text.dropFirst() : text[...]
        var sum: Int64 = 0
        repeat {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard let value = Int64(digits), let unit = units.first(where: { rest.hasPrefix($0.suffix) }) else {
                return nil
            }
            rest = rest.dropFirst(unit.suffix.count)
            let (product, isTooLong) = value.multipliedReportingOverflow(by: unit.milliseconds)
            let (next, isTooMuch) = sum.addingReportingOverflow(product)
            guard !isTooLong, !isTooMuch else { return nil }
            sum = next
        } while !rest.isEmpty
        return sum
    }
}
