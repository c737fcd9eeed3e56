// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore

@testable import TillStore

/// A till in a process of its own, and what it has said so far.
final class Victim {
    private let process = Process()
    private let pipe = Pipe()
    private var heard: [UInt8] = []

    /// The program beside the tests.
    static var program: URL {
        get throws {
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(fileURLWithPath: own).deletingLastPathComponent()
                .appendingPathComponent("ledger-victim")
        }
    }

    /// Starts it.
    init(_ path: String, seed: UInt64, speaksBefore: Bool = false) throws {
        process.executableURL = try Self.program
        process.arguments = [path, "\(seed)"]
        var environment = ProcessInfo.processInfo.environment
        environment["LEDGER_VICTIM_SPEAKS"] = speaksBefore ? "before" : "after"
        process.environment = environment
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Listens until it has said so many lines, or has ended.
    func listen(for lines: Int) {
        while heard.count(where: { $0 == UInt8(ascii: "\n") }) < lines {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { return }
            heard += more
        }
    }

    /// Kills it, and gives all that it ever said.
    func kill() -> [String] {
        Foundation.kill(process.processIdentifier, SIGKILL)
        return end()
    }

    /// Waits for its end, and gives all that it ever said.
    func end() -> [String] {
        heard += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: heard, as: UTF8.self)
        // A line that was cut was not said.
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
    }

    /// How it ended.
    var status: Int32 { process.terminationStatus }
    /// Whether somebody ended it.
    var wasKilled: Bool {
        process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL
    }
}

@Suite struct `A till that is killed at any moment` {
    /// What is wrong with a ledger, given what its victim said that it had saved.
    private func faults(_ ledger: Ledger, _ said: [String]) async throws -> [String] {
        var faults = try await Audit.faults(of: ledger)
        let orders = try await ledger.newestOrders(limit: .max)
        let known = Set(orders.compactMap(\.reference))
        let paid = Set(orders.filter { $0.state == .paid }.compactMap(\.reference))
        for line in said {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 2 else {
                faults.append("it said \(line)")
                continue
            }
            if !known.contains(words[1]) { faults.append("\(line), and it is lost") }
            if words[0] == "paid", !paid.contains(words[1]) { faults.append("\(line) is not") }
        }
        return faults
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `has lost nothing that it said was saved`(seed: UInt64) async throws {
        let bench = try Bench()
        var dice = Dice(seed: seed)
        var said: [String] = []

        for round in 1...5 as ClosedRange<UInt64> {
            let victim = try Victim(bench.path, seed: seed * 100 + round)
            victim.listen(for: Int.random(in: 0...15, using: &dice))
            said += victim.kill()
            #expect(victim.wasKilled)

            bench.clock.pass(.seconds(60))
            try await bench.day { ledger in
                #expect(try await faults(ledger, said) == [])
                if Bool.random(using: &dice) { try await ledger.recover() }
                #expect(try await Audit.faults(of: ledger) == [])
            }
        }

        #expect(said.count > 5)
        #expect(try bench.sqlite("PRAGMA integrity_check").output == "ok\n")
        #expect(try bench.sqlite("PRAGMA foreign_key_check").output == "")
    }

    @Test func `is caught when it says so before it is true`() async throws {
        let bench = try Bench()
        var losses = 0

        for round in 1...10 as ClosedRange<UInt64> {
            let victim = try Victim(bench.path, seed: 9000 + round, speaksBefore: true)
            victim.listen(for: Int(round))
            let said = victim.kill()
            losses += try await bench.day { ledger in
                try await faults(ledger, said).count { $0.hasSuffix("lost") }
            }
        }

        #expect(losses > 0)
    }

    @Test func `keeps a second one off its ledger`() async throws {
        let bench = try Bench()
        let first = try Victim(bench.path, seed: 1)
        first.listen(for: 1)

        #expect(throws: LedgerError.inUse(path: bench.path)) { try bench.open() }
        let second = try Victim(bench.path, seed: 2)

        #expect(second.end() == ["in use"])
        #expect(second.status == 75)
        _ = first.kill()
    }

    @Test func `is kept off a ledger that is open here`() async throws {
        let bench = try Bench()

        let said = try await bench.day { _ in try Victim(bench.path, seed: 1).end() }

        #expect(said == ["in use"])
    }
}
