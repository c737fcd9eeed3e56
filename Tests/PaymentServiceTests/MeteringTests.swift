// SPDX-License-Identifier: Apache-2.0

import Meters
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `What is told of exchanges` {
    private func figures(_ desk: Desk) -> [String] {
        var page = MetricPage()
        desk.ledger.meters.tell(&page)
        return page.text.split(separator: "\n").map(String.init)
    }

    @Test func `counts each question by what it asks`() async throws {
        let desk = try Desk(["create": "code X1", "query": "pending"])
        _ = try await desk.open()

        try await desk.step()
        try await desk.pass(seconds: 5)

        let lines = figures(desk)
        let queries = desk.line.asked.count { $0.hasPrefix("query") }
        let count = #"tilld_acquirer_request_duration_seconds_count{account="main",operation="#
        #expect(queries > 0)
        #expect(lines.contains(#"\#(count)"create"} 1"#))
        #expect(lines.contains(#"\#(count)"query"} \#(queries)"#))
        #expect(!lines.contains { $0.hasPrefix("tilld_acquirer_failures_total{") })
    }

    @Test(arguments: [
        (NoAnswer.busy, "busy"), (.unsure, "acquirer_unsure"), (.forged, "forged"), (.garbled, "unreadable"),
    ]) func `counts those that bring nothing, and why`(_ no: NoAnswer, _ reason: String) async throws {
        let desk = try Desk(["create": no.rawValue, "query": "unseen"])
        _ = try await desk.open()

        try await desk.step()

        let lines = figures(desk)
        #expect(
            lines.contains(
                #"tilld_acquirer_failures_total{account="main",operation="create",reason="\#(reason)"} 1"#))
        #expect(
            lines.contains(
                #"tilld_acquirer_request_duration_seconds_count{account="main",operation="create"} 1"#))
    }

    @Test func `has no time for what never left`() async throws {
        let desk = try Desk(["create": NoAnswer.unconfigured.rawValue])
        _ = try await desk.open()

        try await desk.step()

        let lines = figures(desk)
        #expect(
            lines.contains(
                #"tilld_acquirer_failures_total{account="main",operation="create",reason="misconfigured"} 1"#))
        #expect(!lines.contains { $0.hasPrefix("tilld_acquirer_request_duration_seconds_count{") })
    }

    @Test(arguments: NoAnswer.allCases) func `is logged with the sale that it is about`(_ no: NoAnswer) async throws {
        let log = LogKeeper()
        let desk = try Desk(["create": "code X1", "query": no.rawValue, "close": no.rawValue], log: log)
        let id = try await desk.open(patience: .seconds(30))

        try await desk.step()
        try await desk.pass(seconds: 60)

        let attempt = try await desk.ledger.order(id).attempts[0].reference
        #expect(!log.lines.isEmpty)
        for line in log.lines {
            #expect(line.metadata["order"] == id.text, "\(line.message)")
            #expect(line.metadata["attempt"] == attempt.text, "\(line.message)")
        }
    }
}
