// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Meters

@Suite struct `The families of figures` {
    @Test func `have names of their own`() {
        let names = MetricFamily.all.map(\.name)

        #expect(Set(names).count == names.count)
        #expect(names.count > 40)
    }

    @Test(arguments: MetricFamily.all) func `are called as Prometheus wants them to be`(_ family: MetricFamily) throws {
        #expect(try #/(tilld|process)(_[a-z]+)+/#.wholeMatch(in: family.name) != nil)
        #expect(family.name.hasSuffix("_total") == (family.kind == .counter))
        #expect(family.name.hasSuffix("_duration_seconds") == (family.kind == .histogram))
        #expect(family.bounds.isEmpty == (family.kind != .histogram))
        #expect(family.bounds == family.bounds.sorted())
        #expect(Set(family.bounds).count == family.bounds.count)
        #expect(family.help.hasSuffix("."))
    }

    /// Labels whose values are known beforehand: by the configuration, by the code, or by a limit of the daemon's.
    @Test(arguments: MetricFamily.all) func `have labels of few values only`(_ family: MetricFamily) {
        let known: Set<String> = [
            "account", "code", "display", "environment", "file", "lane", "name", "operation", "printer", "reason",
            "result",
            "route", "state", "version", "webhook",
        ]

        #expect(Set(family.labels).isSubset(of: known), "an order, an attempt or an amount is no label")
        #expect(Set(family.labels).count == family.labels.count)
    }
}
