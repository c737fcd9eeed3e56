// SPDX-License-Identifier: Apache-2.0

/// One name under which figures are told, with what it means.
///
/// Source: Prometheus, "Metric and label naming" and "Writing exporters": base units, `_total` for what only
/// grows, and labels of which there are few values.
package struct MetricFamily: Sendable, Hashable {
    /// How a figure behaves.
    package enum Kind: String, Sendable, Hashable {
        /// It only grows, until the daemon starts again.
        case counter
        /// It goes up and down.
        case gauge
        /// How often something took how long.
        case histogram
    }

    /// What it is called: `tilld_orders_paid_total`.
    package let name: String
    /// How it behaves.
    package let kind: Kind
    /// What it means, in a sentence for people.
    package let help: String
    /// The names of its labels, in the order in which their values are given.
    package let labels: [String]
    /// The upper bounds of its buckets in seconds, rising; empty for what is no histogram.
    package let bounds: [Double]

    /// What only grows.
    static func counter(_ name: String, _ labels: [String] = [], _ help: String) -> MetricFamily {
        MetricFamily(name: name, kind: .counter, help: help, labels: labels, bounds: [])
    }

    /// What goes up and down.
    static func gauge(_ name: String, _ labels: [String] = [], _ help: String) -> MetricFamily {
        MetricFamily(name: name, kind: .gauge, help: help, labels: labels, bounds: [])
    }

    /// How long something takes.
    static func histogram(
        _ name: String, _ labels: [String] = [], _ bounds: [Double], _ help: String
    ) -> MetricFamily {
        MetricFamily(name: name, kind: .histogram, help: help, labels: labels, bounds: bounds)
    }

    /// Buckets for what happens in this machine: from a tenth of a millisecond to two and a half seconds.
    static let here: [Double] = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5,
    ]
    /// Buckets for what goes over a network and comes back: from five milliseconds to thirty seconds.
    static let there: [Double] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
    /// Buckets for what people do: from a second to ten minutes.
    static let people: [Double] = [1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600]

    /// Every family that there is.
    package static let all = sales + acquirers + ledger + devices + surface + process
}
