// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Meters
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `What is told of slips` {
    private func figures(_ shop: Shop) -> [String] {
        var page = MetricPage()
        shop.ledger.meters.tell(&page)
        return page.text.split(separator: "\n").map(String.init)
    }

    @Test func `counts them by how they ended`() async throws {
        let shop = try Shop()
        shop.printer.ends(.failure(.nothingWritten(.gone("the printer"))), .success(.unconfirmed), .success(.printed))
        _ = try await shop.sell()
        _ = try await shop.sell()

        try await shop.step()
        shop.clock.advance(milliseconds: 10_000)
        try await shop.step()

        let lines = figures(shop)
        for result in ["not_begun", "sent", "confirmed"] {
            #expect(lines.contains(#"tilld_slips_total{printer="counter",result="\#(result)"} 1"#), "\(result)")
        }
        #expect(lines.contains(#"tilld_print_duration_seconds_count{printer="counter"} 3"#))
    }

    @Test func `is logged with the sale that it is about, whatever goes wrong`() async throws {
        let log = LogKeeper()
        let shop = try Shop(log: log)
        shop.printer.ends(
            .failure(.nothingWritten(.gone("the printer"))),
            .failure(.interrupted(.gone("the printer"), bytesWritten: 9)))
        shop.printer.says(.failure(.gone("the printer")))
        let order = try await shop.sell()

        for _ in 0..<20 {
            try await shop.step()
            shop.clock.advance(milliseconds: 10_000)
        }

        let job = try await shop.ledger.order(order.id).prints[0].id
        #expect(Set(log.lines.map(\.message)).isSuperset(of: ["a slip waits", "a slip broke off"]))
        for line in log.lines {
            #expect(line.metadata["order"] == order.id.text, "\(line.message)")
            #expect(line.metadata["job"] == job.text, "\(line.message)")
        }
    }
}
