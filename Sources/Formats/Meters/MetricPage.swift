// SPDX-License-Identifier: Apache-2.0

/// Figures at one time, and how they are written down for Prometheus.
///
/// Source: Prometheus, "Exposition formats", the text format, version 0.0.4.
package struct MetricPage: Sendable {
    /// What ``text`` is, for `Content-Type`.
    package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"
    /// The value of labels that stand for all that would be too many.
    static let other = "other"

    private enum Figure: Sendable {
        case value(Double)
        case histogram(HistogramReading)
    }

    private var families: [MetricFamily: [[String]: Figure]] = [:]

    /// Nothing yet.
    package init() {}

    /// Sets a figure.
    ///
    /// - Parameter labels: the values of the family's labels; the same ones twice are one figure.
    package mutating func set(_ family: MetricFamily, _ value: Double, _ labels: [String] = []) {
        families[family, default: [:]][labels] = .value(value)
    }

    /// Sets a figure that is a number of things.
    package mutating func set(_ family: MetricFamily, _ value: Int, _ labels: [String] = []) {
        set(family, Double(value), labels)
    }

    /// Sets a figure that is yes or no.
    package mutating func set(_ family: MetricFamily, isSo: Bool, _ labels: [String] = []) {
        set(family, isSo ? 1 : 0, labels)
    }

    /// Sets how long something took.
    package mutating func set(_ family: MetricFamily, _ reading: HistogramReading, _ labels: [String] = []) {
        families[family, default: [:]][labels] = .histogram(reading)
    }

    /// The page as Prometheus reads it; the same figures give the same text.
    package var text: String {
        var lines: [String] = []
        for (family, figures) in families.sorted(by: { $0.key.name < $1.key.name }) {
            let help = family.help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
            lines.append("# HELP \(family.name) \(help)")
            lines.append("# TYPE \(family.name) \(family.kind.rawValue)")
            for (values, figure) in figures.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let labels = Array(zip(family.labels, values))
                switch figure {
                case .value(let value): lines.append(Self.line(family.name, labels, value))
                case .histogram(let reading): lines += Self.lines(family, labels, reading)
                }
            }
        }
        return lines.map { "\($0)\n" }.joined()
    }

    private typealias Labels = [(String, String)]

    /// Buckets count all that took at most so long, the ones before included.
    private static func lines(_ family: MetricFamily, _ labels: Labels, _ reading: HistogramReading) -> [String] {
        var lines: [String] = []
        var count = 0
        for (bound, more) in zip(family.bounds + [.infinity], reading.counts) {
            count += more
            lines.append(line("\(family.name)_bucket", labels + [("le", number(bound))], Double(count)))
        }
        lines.append(line("\(family.name)_sum", labels, reading.sum))
        lines.append(line("\(family.name)_count", labels, Double(count)))
        return lines
    }

    private static func line(_ name: String, _ labels: Labels, _ value: Double) -> String {
        let pairs = labels.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",")
        return "\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(number(value))"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        // Whole numbers without a point, as far as they are exact.
        if value.rounded() == value, abs(value) < 9_007_199_254_740_992 { return "\(Int64(value))" }
        return "\(value)"
    }
}
