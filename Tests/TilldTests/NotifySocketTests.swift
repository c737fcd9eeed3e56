// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import tilld

@Suite struct `The way to the service manager` {
    @Test func `is a path`() async throws {
        let folder = try TemporaryFolder()
        let manager = try FakeManager("\(folder.path)/notify")
        let socket = try #require(NotifySocket(environment: ["NOTIFY_SOCKET": manager.name]))

        let isTold = socket.tell([.ready, .status("2 open sales"), .watchdog])

        #expect(isTold)
        #expect(try await manager.next() == ["READY=1", "STATUS=2 open sales", "WATCHDOG=1"])
    }

    @Test func `is an abstract name, to its last byte`() async throws {
        let manager = try FakeManager("@tilld-test-\(UUID().uuidString)")
        let socket = try #require(NotifySocket(environment: ["NOTIFY_SOCKET": manager.name]))

        let isTold = socket.tell([.stopping])

        #expect(isTold)
        #expect(try await manager.next() == ["STOPPING=1"])
    }

    @Test func `is understood by others`() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/notify"
        let python = Process()
        let output = Pipe()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = [
            "python3", "-c",
            """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            s.settimeout(60)
            print("bound", flush=True)
            print(dict(l.split("=", 1) for l in s.recv(4096).decode().split("\\n")))
            """, path,
        ]
        python.standardOutput = output
        try python.run()
        _ = output.fileHandleForReading.availableData
        let socket = try #require(NotifySocket(environment: ["NOTIFY_SOCKET": path]))

        socket.tell([.ready, .status("a line\nREADY=0\r, and another")])
        let heard = try await BlockingThread.run {
            String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }

        #expect(
            heard.split(separator: "\n").last == "{'READY': '1', 'STATUS': 'a line READY=0 , and another'}")
    }

    @Test(arguments: [nil, "", "@", "relative", "vsock:2:99", "/" + String(repeating: "n", count: 107)])
    func `is not there where no socket is named that there can be`(name: String?) {
        #expect(NotifySocket(environment: name.map { ["NOTIFY_SOCKET": $0] } ?? [:]) == nil)
    }

    @Test func `keeps nobody waiting when nobody reads`() throws {
        let folder = try TemporaryFolder()
        let manager = try FakeManager("\(folder.path)/notify")
        let socket = try #require(NotifySocket(environment: ["NOTIFY_SOCKET": manager.name]))

        let told = (0..<100_000).prefix { _ in socket.tell([.watchdog]) }.count

        #expect(told < 100_000)
    }

    @Test(arguments: [
        (["WATCHDOG_USEC": "20000000"], Duration.seconds(10)),
        (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "42"], .milliseconds(1500)),
        (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "43"], nil), (["WATCHDOG_PID": "42"], nil),
        (["WATCHDOG_USEC": "0"], nil), (["WATCHDOG_USEC": "soon"], nil), (["WATCHDOG_USEC": "-1"], nil),
        (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "me"], nil), ([:], nil),
    ])
    func `the watchdog is fed at half of its time, and by whom it watches`(
        environment: [String: String], period: Duration?
    ) {
        #expect(WatchdogTerms(environment: environment, process: 42)?.period == period)
    }
}
