// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Meters
import Testing
import TillCore

@testable import tilld

@Suite struct `What the system says of the process` {
    @Test func `is read behind its name, whatever that is`() throws {
        let stat =
            "42 (till) d) S 1 42 42 0 -1 4194560 900 0 0 0 17 5 0 0 20 0 9 0 12345 99999999 2048 18446744073709551615"

        let use = try #require(ProcessFigures.use(stat: stat))

        #expect(use.ticks == 22)
        #expect(use.pages == 2048)
    }

    @Test(arguments: [
        "", "42 (tilld", "42 (tilld) S 1 2", "42 (tilld) S 1 42 42 0 -1 0 0 0 0 0 a b 0 0 20 0 9 0 1 9 9",
    ])
    func `is left out if it is something else`(_ stat: String) {
        #expect(ProcessFigures.use(stat: stat) == nil)
    }

    @Test func `is of this process, and its start does not move by itself`() throws {
        let figures = ProcessFigures()
        var first = MetricPage()
        var second = MetricPage()

        figures.tell(&first, environment: .sandbox)
        figures.tell(&second, environment: .sandbox)

        func figure(_ name: String, _ page: MetricPage) -> Double? {
            page.text.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
                .flatMap { Double($0.split(separator: " ")[1]) }
        }
        #expect(try #require(figure("process_resident_memory_bytes", first)) > 1_000_000)
        #expect(try #require(figure("process_open_fds", first)) > 2)
        #expect(figure("process_cpu_seconds_total", first) != nil)
        #expect(
            figure("process_start_time_seconds", first) == figure("process_start_time_seconds", second))
        #expect(first.text.contains("tilld_build_info{version=\"\(Version.text)\",environment=\"sandbox\"} 1"))
    }
}

/// The built daemon, asked as Prometheus and a supervisor ask it.
@Suite(.timeLimit(.minutes(3))) struct `A daemon's figures` {
    private func ask(_ configuration: Configuration, _ script: String) async throws -> String {
        let socket = configuration.folder.appending(path: "api.sock").path
        return try await BlockingThread.run {
            let words = "curl -s --max-time 60 --unix-socket '\(socket)' \(script)"
            return String(decoding: try ForeignTool.run("bash", ["-o", "pipefail", "-c", words]), as: UTF8.self)
        }
    }

    @Test func `are such that promtool finds no fault, and are all known`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let daemon = try await DaemonProcess(file)

        let said = try await ask(configuration, "http://till/metrics | promtool check metrics 2>&1")
        let page = try await ask(configuration, "http://till/metrics")
        let ready = try await ask(configuration, "-o /dev/null -w '%{http_code}' http://till/readyz")
        try await daemon.stop()

        let told = Set(page.matches(of: #/\n# TYPE (\w+) /#).map { String($0.1) })
        #expect(said == "")
        #expect(told.isSubset(of: Set(MetricFamily.all.map(\.name))))
        #expect(told.count > 25)
        for line in [
            "tilld_ready 1", "tilld_ledger_up 1", "tilld_ledger_starts_total 1", "tilld_orders_open 0",
            "tilld_orders_open_max 64", #"tilld_orders_paid_total{account="main"} 0"#,
            #"tilld_sales_refused{reason="draining"} 0"#, #"tilld_account_breaker_open{account="main"} 0"#,
            #"tilld_outbox_rows{lane="provider",state="due"} 0"#, "tilld_event_readers 0",
        ] { #expect(page.contains("\n\(line)\n"), "\(line)") }
        #expect(ready == "200")
    }

    @Test func `say the same after the ledger was lost, as far as anybody knows`() async throws {
        let configuration = try Configuration()
        let settings = try configuration.read(Configuration.good)

        let page = TerminalFigures.withoutLedger(settings, ProcessFigures())

        #expect(page.contains("\ntilld_ready 0\n"))
        #expect(page.contains("\ntilld_ledger_up 0\n"))
        #expect(page.contains("\ntilld_sales_refused{reason=\"out_of_order\"} 1\n"))
        #expect(!page.contains("tilld_orders_open "))
    }

    @Test func `hold nothing of the shop's secrets`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let daemon = try await DaemonProcess(
            file, environment: ["TILLD_LOG_FORMAT": "json"], until: #""message":"the local API is open""#)

        let page = try await ask(configuration, "http://till/metrics")
        try await daemon.stop()

        #expect(!page.contains(Configuration.secret))
        #expect(!page.contains(configuration.folder.path))
        #expect(!page.contains("Corner Tea"))
    }
}
