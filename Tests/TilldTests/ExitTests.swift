// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import tilld

@Suite(.timeLimit(.minutes(2))) struct `The program's end` {
    struct Ending { let status: Int32, output: String, errors: String }

    private func run(_ arguments: [String], environment: [String: String] = [:]) async throws
        -> Ending
    {
        try await BlockingThread.run {
            let process = Process()
            let output = Pipe()
            let errors = Pipe()
            process.executableURL = DaemonProcess.program
            process.arguments = arguments
            process.environment = environment
            process.standardOutput = output
            process.standardError = errors
            try process.run()
            let complaint = errors.fileHandleForReading.readDataToEndOfFile()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Ending(
                status: process.terminationReason == .exit ? process.terminationStatus : -1,
                output: String(decoding: text, as: UTF8.self),
                errors: String(decoding: complaint, as: UTF8.self))
        }
    }

    @Test func `is 78 for a configuration with faults, a line each`() async throws {
        let configuration = try Configuration()
        let text = Configuration.good([
            ("deadline:", "  deadline: soon"), ("id:", "  id:"), ("environment:", "environment: test"),
        ])
        let file = try configuration.write("tilld.yaml", text)

        let started = try await run(["run", "--config", file])
        let check = try await run(["check", "--config", file])

        #expect(started.status == 78)
        #expect(check.status == 78)
        let lines = check.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasPrefix("tilld: ") })
        #expect(started.errors == check.errors)
        #expect(check.output.isEmpty)
    }

    @Test func `is 78 for parts that cannot be made`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write(
            "tilld.yaml", Configuration.good([("profile:", "    profile: nobody-9000")]))

        let ending = try await run(["check", "--config", file])

        #expect(ending.status == 78)
        #expect(ending.errors.contains("printers.counter.profile: "))
    }

    @Test func `is 78 for a configuration that is not there`() async throws {
        let ending = try await run(["run", "--config", "/nowhere/tilld.yaml"])

        #expect(ending.status == 78)
        #expect(ending.errors.contains("/nowhere/tilld.yaml"))
    }

    @Test func `is 0 for a check of what is in order, and nothing is made`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.good)
        let before = try FileManager.default.subpathsOfDirectory(atPath: configuration.folder.path)

        let ending = try await run(["check", "--config", file, "--offline"])

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("is good"))
        #expect(ending.errors.isEmpty)
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: configuration.folder.path).sorted()
                == before.sorted())
    }

    @Test func `is 78 for a check that the environment spoils`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.good)

        let ending = try await run(
            ["check", "--config", file], environment: ["TILLD_SALES_DEADLINE": "1s"])

        #expect(ending.status == 78)
        #expect(ending.errors.contains("sales.deadline"))
    }

    @Test func `is 64 for words that it does not know`() async throws {
        let ending = try await run(["sell", "--everything"])

        #expect(ending.status == 64)
    }

    @Test func `is 74 for a ledger that is none`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        try FileManager.default.createDirectory(
            at: configuration.folder.appending(path: "state"), withIntermediateDirectories: true)
        try configuration.write("state/ledger.sqlite", String(repeating: "no ledger ", count: 999))

        let ending = try await run(["run", "--config", file])

        #expect(ending.status == 74)
        #expect(ending.errors.contains("state/ledger.sqlite"))
    }

    @Test func `is 74 for a ledger where no folder can be`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        try configuration.write("state", "a file where the folder should be")

        let ending = try await run(["run", "--config", file])

        #expect(ending.status == 74)
        #expect(ending.errors.contains("state/ledger.sqlite"))
        #expect(ending.errors.split(separator: "\n").count { $0.hasPrefix("tilld: ") } == 1)
    }

    @Test func `is 75 while another has the ledger, and 0 by SIGTERM`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)
        let socket = configuration.folder.appending(path: "api.sock").path
        let first = try await DaemonProcess(file)

        let second = try await run(["run", "--config", file])
        let stillThere = FileManager.default.fileExists(atPath: socket)
        let status = try await first.stop()

        #expect(second.status == 75)
        #expect(second.errors.contains("another tilld uses"))
        #expect(stillThere)
        #expect(status == 0)
        #expect(!FileManager.default.fileExists(atPath: socket))
    }

    @Test func `comes again on the ledger that a kill left`() async throws {
        let configuration = try Configuration()
        let file = try configuration.write("tilld.yaml", Configuration.quiet)

        let killed = try await DaemonProcess(file).stop(SIGKILL)
        let status = try await DaemonProcess(file).stop(SIGINT)

        #expect(killed == -1)
        #expect(status == 0)
    }
}
