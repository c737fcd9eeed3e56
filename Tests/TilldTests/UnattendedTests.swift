// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import tilld

/// The built daemon, with nobody but a service manager to look after it.
@Suite(.timeLimit(.minutes(3))) struct `A daemon that nobody watches but its manager` {
    private func path(_ configuration: Configuration, _ name: String) -> String {
        configuration.folder.appending(path: name).path
    }

    /// What the daemon answers on its socket, by curl.
    private func ask(_ configuration: Configuration, _ arguments: [String]) async throws -> String {
        let socket = path(configuration, "api.sock")
        return try await BlockingThread.run {
            String(
                decoding: try ForeignTool.run(
                    "curl", ["-s", "--max-time", "60", "--unix-socket", socket] + arguments),
                as: UTF8.self)
        }
    }

    @Test func `says that it is ready when it can be asked, feeds, and says that it stops`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let manager = try FakeManager(path(configuration, "notify"))
        let daemon = try await DaemonProcess(
            file, environment: ["NOTIFY_SOCKET": manager.name, "WATCHDOG_USEC": "200000"])

        let first = try await manager.next()
        let health = try await ask(configuration, ["http://till/v1/health"])
        var lines: [String] = []
        for _ in 0..<3 { lines += try await manager.until("WATCHDOG=1") }
        async let status = daemon.stop()
        lines += try await manager.until("STOPPING=1")

        #expect(first == ["READY=1"])
        #expect(health.contains("\"status\""))
        #expect(lines.contains("STATUS=no open sales, no pieces of work in the queue"))
        #expect(try await status == 0)
    }

    @Test func `feeds nobody who watches another process`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let manager = try FakeManager(path(configuration, "notify"))
        let daemon = try await DaemonProcess(
            file,
            environment: [
                "NOTIFY_SOCKET": manager.name, "WATCHDOG_USEC": "1000", "WATCHDOG_PID": "1",
            ])

        var lines = try await manager.until("READY=1")
        async let status = daemon.stop()
        lines += try await manager.until("STOPPING=1")

        #expect(!lines.contains("WATCHDOG=1"))
        #expect(try await status == 0)
    }

    @Test func `is told nothing that it did not ask for`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let manager = try FakeManager(path(configuration, "notify"))
        let daemon = try await DaemonProcess(file, environment: ["WATCHDOG_USEC": "1000"])

        let status = try await daemon.stop()

        #expect(status == 0)
        #expect(manager.isSilent)
    }

    @Test func `keeps descriptors for its own work, however many connect`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let daemon = try await DaemonProcess(file, before: ["prlimit", "--nofile=72:72"])
        let socket = path(configuration, "api.sock")
        let health = ["http://till/v1/health"]
        _ = try await ask(configuration, health)

        var idle = (0..<200).compactMap { _ in Idle(socket) }
        let connected = idle.count
        // For as long as it takes to accept whatever is accepted.
        let descriptors = try (0..<3000).reduce(0) { most, _ in
            max(most, try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.id)/fd").count)
        }
        idle = []
        let answer = try await ask(configuration, health)
        let status = try await daemon.stop()

        #expect(connected > 100)
        #expect((24..<64).contains(descriptors), "\(descriptors)")
        #expect(answer.contains("\"status\""))
        #expect(status == 0)
    }

    @Test func `stays small under as many idle connections as it takes`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let daemon = try await DaemonProcess(file)
        let socket = path(configuration, "api.sock")
        _ = try await ask(configuration, ["http://till/v1/health"])
        let before = try resident(daemon.id)

        var idle = (0..<450).compactMap { _ in Idle(socket) }
        let connected = idle.count
        let most = try (0..<3000).reduce(0) { most, _ in max(most, try resident(daemon.id)) }
        idle = []
        let health = try await ask(configuration, ["http://till/v1/health"])
        try await daemon.stop()

        #expect(connected > 250)
        #expect(health.contains("\"status\""))
        #expect(most - before < 64 << 20, "\(before >> 20) MiB became \(most >> 20) MiB")
    }

    @Test func `has few heaps, however many threads it has`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let daemon = try await DaemonProcess(file)
        for _ in 0..<3 { _ = try await ask(configuration, (0..<50).map { "http://till/v1/health?\($0)" }) }

        let heaps = try heaps(daemon.id)
        let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.id)/task").count
        try await daemon.stop()

        #expect(threads > 4)
        #expect(heaps <= 2, "\(heaps) heaps of \(threads) threads")
    }

    /// The heaps that threads have beside the process's first one: each begins at a multiple of 64 MiB.
    private func heaps(_ id: pid_t) throws -> Int {
        try String(contentsOfFile: "/proc/\(id)/maps", encoding: .utf8).split(separator: "\n").count { line in
            let words = line.split(separator: " ")
            let start = words[0].split(separator: "-").first.flatMap { UInt64($0, radix: 16) }
            return words.count == 5 && words[1] == "rw-p" && start.map { $0 % (64 << 20) == 0 } ?? false
        }
    }

    @Test func `is out of order after the ledger failed again and again, and says so`() async throws {
        let configuration = try Configuration()
        let text = Configuration.good([
            ("listen:", ""), ("token_file:", ""), ("enabled: [counter]", "  enabled: []"),
        ])
        let file = try configuration.write("tilld.yaml", text)
        let state = configuration.folder.appending(path: "state")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        try configuration.write("state/ledger.sqlite", String(repeating: "no ledger ", count: 999))
        let manager = try FakeManager(path(configuration, "notify"))

        var failures = 0
        while failures < 10, (try? await DaemonProcess(file).stop()) == nil { failures += 1 }
        let daemon = try await DaemonProcess(file, environment: ["NOTIFY_SOCKET": manager.name])
        let ready = try await manager.until("READY=1")
        let words = try await manager.next()
        let health = try await ask(configuration, ["http://till/v1/health"])
        let order = try await ask(configuration, ["http://till/v1/orders/01JNA6S2K4M6P8R0T2V4X6Z8B0"])
        let sale = try await ask(
            configuration, ["-H", "Idempotency-Key: k-1", "-d", "{}", "http://till/v1/orders"])
        let alive = try await ask(configuration, ["http://till/healthz"])
        let unready = try await ask(configuration, ["http://till/readyz"])
        let figures = try await ask(configuration, ["http://till/metrics"])
        let frames = try FileManager.default.contentsOfDirectory(atPath: path(configuration, "screens"))
        let status = try await daemon.stop()

        #expect(failures == StorageFaults.luckMax + 1)
        #expect(ready.contains("READY=1"))
        #expect(words.contains { $0.hasPrefix("STATUS=out of order") })
        #expect(health.contains(#""state":"failed""#))
        #expect(health.contains(#""code":"out_of_order""#))
        #expect(order.contains(#""code":"out_of_order""#))
        #expect(sale.contains(#""code":"out_of_order""#))
        #expect(alive == "ok\n")
        #expect(unready.contains(#""detail":"no sale can be opened: out_of_order""#))
        #expect(figures.contains("\ntilld_ledger_up 0\n"))
        #expect(frames.contains { $0.hasSuffix("-out-of-order.png") }, "\(frames)")
        #expect(!frames.contains { $0.hasSuffix("-idle.png") })
        #expect(status == 0)
    }

    @Test func `ends when a COMMIT fails, and counts it`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let faults = StorageFaults(
            beside: path(configuration, "api.sock"), elapsed: SystemClocks.sinceBoot)
        let daemon = try await DaemonProcess(file)
        // However long the log is after a start: some sales more, and it can grow no further.
        let log = try FileManager.default.attributesOfItem(atPath: path(configuration, "state/ledger.sqlite-wal"))
        let room = try #require(log[.size] as? Int) + 100_000
        _ = try ForeignTool.run("prlimit", ["--pid", "\(daemon.id)", "--fsize=\(room):\(room)"])

        var sales = 0
        while sales < 64,
            (try? await ask(
                configuration,
                [
                    "-H", "Idempotency-Key: k-\(sales)", "-H", "Content-Type: application/json", "-d",
                    #"{"amount":{"value":1250,"currency":"CNY"}}"#, "http://till/v1/orders",
                ])) != nil
        { sales += 1 }
        let status = try await daemon.stop(0)

        #expect(sales < 64)
        #expect(status == 74)
        #expect(faults.recent == 1)
    }

    @Test func `follows what is open and opens nothing after the ledger failed, if it works again`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let faults = StorageFaults(
            beside: path(configuration, "api.sock"), elapsed: SystemClocks.sinceBoot)
        let sale = [
            "-H", "Idempotency-Key: k-1", "-H", "Content-Type: application/json", "-d",
            #"{"amount":{"value":1250,"currency":"CNY"}}"#,
            "http://till/v1/orders",
        ]
        let first = try await DaemonProcess(file)
        _ = try await ask(configuration, sale)
        try await first.stop(SIGKILL)
        for _ in 0..<4 { faults.note() }

        let daemon = try await DaemonProcess(file)
        let again = try await ask(configuration, sale)
        let another = try await ask(
            configuration, ["-H", "Idempotency-Key: k-2"] + sale.dropFirst(2))
        let health = try await ask(configuration, ["http://till/v1/health"])
        try await daemon.stop()

        #expect(again.contains(#""version""#))
        #expect(another.contains(#""code":"out_of_order""#))
        #expect(health.contains(#""open_orders":1"#))
    }

    /// Memory that a process has in use, in bytes.
    private func resident(_ id: pid_t) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(id)/statm", encoding: .utf8)
        return try #require(Int(text.split(separator: " ")[1])) * sysconfPage
    }

    private var sysconfPage: Int { Int(sysconf(Int32(_SC_PAGESIZE))) }

    /// A connection on which nothing is said; nil if it was not had.
    private final class Idle {
        private let descriptor: Int32

        init?(_ path: String) {
            descriptor = socket(
                AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
            guard descriptor >= 0 else { return nil }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            guard result == 0 else {
                close(descriptor)
                return nil
            }
        }

        deinit { close(descriptor) }
    }
}
