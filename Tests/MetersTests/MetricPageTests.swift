// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import Meters

@Suite struct `A page of figures` {
    @Test func `says what each family is before its figures, sorted by name and labels`() {
        var page = MetricPage()
        page.set(.ordersPaid, 2, ["yen"])
        page.set(.ordersPaid, 7, ["main"])
        page.set(.holdsOpen, 0)

        let text = page.text

        #expect(
            text == """
                # HELP tilld_holds_open Holds that wait for a person.
                # TYPE tilld_holds_open gauge
                tilld_holds_open 0
                # HELP tilld_orders_paid_total Sales paid, by the account that got the money.
                # TYPE tilld_orders_paid_total counter
                tilld_orders_paid_total{account="main"} 7
                tilld_orders_paid_total{account="yen"} 2

                """)
    }

    @Test func `counts in each bucket all that took at most so long`() {
        let meters = Meters()
        for milliseconds in [3, 30, 30, 31_000] {
            meters.printDuration.note(.milliseconds(milliseconds), ["counter"])
        }
        var page = MetricPage()

        meters.tell(&page)

        let lines = page.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.contains(#"tilld_print_duration_seconds_bucket{printer="counter",le="0.005"} 1"#))
        #expect(lines.contains(#"tilld_print_duration_seconds_bucket{printer="counter",le="0.025"} 1"#))
        #expect(lines.contains(#"tilld_print_duration_seconds_bucket{printer="counter",le="0.05"} 3"#))
        #expect(lines.contains(#"tilld_print_duration_seconds_bucket{printer="counter",le="30"} 3"#))
        #expect(lines.contains(#"tilld_print_duration_seconds_bucket{printer="counter",le="+Inf"} 4"#))
        #expect(lines.contains(#"tilld_print_duration_seconds_count{printer="counter"} 4"#))
        let sum = lines.first { $0.hasPrefix("tilld_print_duration_seconds_sum") }?.split(separator: " ").last
        #expect(abs((sum.flatMap { Double($0) } ?? 0) - 31.063) < 1e-9)
    }

    @Test func `counts what took as long as a bound in the bucket of that bound`() {
        var reading = HistogramReading(bounds: [0.005, 0.01])

        reading.note(0.005, bounds: [0.005, 0.01])
        reading.note(-1, bounds: [0.005, 0.01])

        #expect(reading.counts == [2, 0, 0])
        #expect(reading.sum == 0.005)
    }

    @Test(arguments: [
        (0.0, "0"), (-3.0, "-3"), (1_800_000_000.25, "1800000000.25"), (0.0001, "0.0001"),
        (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
    ]) func `writes a figure as it is`(_ value: Double, _ text: String) {
        var page = MetricPage()

        page.set(.holdsOpen, value)

        #expect(page.text.hasSuffix("\ntilld_holds_open \(text)\n"))
    }

    @Test func `takes no label for an end of its line`() {
        var page = MetricPage()

        page.set(.displayUp, 1, ["a\"} 1\nb\\"])

        #expect(page.text.hasSuffix("\ntilld_display_up{display=\"a\\\"} 1\\nb\\\\\"} 1\n"))
    }

    @Test func `has one figure for the same labels`() {
        var page = MetricPage()

        page.set(.displayUp, 1, ["payer"])
        page.set(.displayUp, 0, ["payer"])

        #expect(page.text.hasSuffix("gauge\ntilld_display_up{display=\"payer\"} 0\n"))
    }

    @Test func `has no more labels than it may, whatever comes`() {
        let meters = Meters()
        for number in 0..<(Counts.seriesMax + 40) {
            meters.requests.note(["GET /\(number)", "200"])
            meters.requestDuration.note(.seconds(1), ["\(number)", "query"])
        }
        var page = MetricPage()

        meters.tell(&page)

        let lines = page.text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("tilld_api_requests_total{") } == Counts.seriesMax + 1)
        #expect(lines.contains(#"tilld_api_requests_total{route="other",code="other"} 40"#))
        #expect(
            lines.contains(
                #"tilld_acquirer_request_duration_seconds_count{account="other",operation="other"} 40"#))
    }

    @Test func `knows accounts of which nothing was heard yet`() {
        let meters = Meters()
        meters.expect(accounts: ["main"])
        meters.ordersPaid.note(["main"])
        var page = MetricPage()

        meters.tell(&page)

        #expect(page.text.contains("\ntilld_orders_opened_total{account=\"main\"} 0\n"))
        #expect(page.text.contains("\ntilld_orders_paid_total{account=\"main\"} 1\n"))
    }

    /// Every family with a figure, and with one that has awkward labels.
    private static func full() -> MetricPage {
        var page = MetricPage()
        for family in MetricFamily.all {
            for value in ["a", "a \"b\" \\ c\nd é"] {
                let labels = family.labels.map { _ in value }
                if family.kind == .histogram {
                    var reading = HistogramReading(bounds: family.bounds)
                    reading.note(0.02, bounds: family.bounds)
                    page.set(family, reading, labels)
                } else {
                    page.set(family, 1.5, labels)
                }
            }
        }
        return page
    }

    @Test func `has nothing that promtool finds fault with`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "page")
        try Data(Self.full().text.utf8).write(to: file)

        let said = try ForeignTool.run("sh", ["-c", "promtool check metrics 2>&1 < '\(file.path)'"])

        #expect(String(decoding: said, as: UTF8.self) == "")
    }

    @Test func `would be found fault with if a name were wrong`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "page")
        let wrong = Self.full().text.replacing("tilld_orders_paid_total", with: "tilld_orders_paid")
        try Data(wrong.utf8).write(to: file)

        #expect(throws: ForeignTool.Failure.self) {
            try ForeignTool.run("sh", ["-c", "promtool check metrics 2>&1 < '\(file.path)'"])
        }
    }
}
