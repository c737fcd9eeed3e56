// SPDX-License-Identifier: Apache-2.0

import Foundation
import JournalChain
import Logging
import Synchronization
import Testing
import TillCore
import TillStore

@testable import tilld

@Suite struct `The head that is kept once a day` {
    /// A wall clock that stands where a test puts it.
    private final class Wall: Sendable {
        private let state: Mutex<Timestamp>

        init(_ milliseconds: Int64) { state = Mutex(Timestamp(milliseconds: milliseconds)) }

        var now: Timestamp {
            get { state.withLock { $0 } }
            set { state.withLock { $0 = newValue } }
        }
    }

    /// 2026-03-01 23:30 in Shanghai.
    private static let evening: Int64 = 1_772_379_000_000

    private func keeper(_ path: String, _ ledger: Ledger, _ wall: Wall) throws -> PinKeeper {
        PinKeeper(
            file: PinFile(path: path), ledger: ledger, timeZone: try #require(TimeZone(identifier: "Asia/Shanghai")),
            wall: { wall.now }, clock: ContinuousClock(), logger: Logger(label: "test"))
    }

    private func ledger() throws -> Ledger {
        try Ledger(
            path: nil, terminal: "T-1", version: "test", clocks: SystemClocks.forLedger, onFault: { _ in })
    }

    @Test func `is one line a day by the shop's calendar, across restarts`() async throws {
        let configuration = try Configuration()
        let path = configuration.folder.appending(path: "heads.txt").path
        let (ledger, wall) = (try ledger(), Wall(Self.evening))

        try await keeper(path, ledger, wall).keep()
        wall.now = wall.now + .seconds(1700)
        try await keeper(path, ledger, wall).keep()
        wall.now = wall.now + .seconds(200)
        try await keeper(path, ledger, wall).keep()
        try await keeper(path, ledger, wall).keep()

        let text = try String(contentsOfFile: path, encoding: .utf8)
        let head = try await ledger.head().pin
        #expect(
            text == "\(head.text) 2026-03-01T15:30:00.000Z\n\(head.text) 2026-03-01T16:01:40.000Z\n")
        #expect(try PinFile(path: path).pins() == [head, head])
    }

    @Test func `goes on behind a line that nobody can read`() async throws {
        let configuration = try Configuration()
        let path = try configuration.write("heads.txt", "torn li\n")

        try await keeper(path, try ledger(), Wall(Self.evening)).keep()

        #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 2)
    }

    @Test func `is no reason to end where it cannot be written`() async throws {
        let (ledger, wall) = (try ledger(), Wall(Self.evening))

        try await keeper("/nowhere/heads.txt", ledger, wall).keep()

        #expect(!FileManager.default.fileExists(atPath: "/nowhere"))
    }

    @Test func `is configured as a list of files`() throws {
        let configuration = try Configuration()
        let folder = configuration.folder.path

        let settings = try configuration.read(
            Configuration.good([
                ("path:", "  path: state/l.sqlite\n  key_file: k\n  pins: [{ file: a.txt }, { file: /b.txt }]")
            ]))
        let usual = try configuration.read(Configuration.good)
        let faults = configuration.faults(
            Configuration.good([("path:", "  path: l\n  pins: [{ fil: a }, b, { file: }]")]))
        let none = configuration.faults(Configuration.good([("path:", "  path: l\n  pins: a.txt")]))

        #expect(settings.pins == ["\(folder)/a.txt", "/b.txt"])
        #expect(settings.keyPath == "\(folder)/k")
        #expect(usual.pins == [])
        #expect(usual.keyPath == "\(folder)/state/ledger.sqlite.key")
        #expect(faults.contains { $0.contains("store.pins[0].file: is required") })
        #expect(faults.contains { $0.contains("store.pins[0].fil: is not a key here") })
        #expect(faults.contains { $0.contains("store.pins[1]: must be a mapping") })
        #expect(faults.contains { $0.contains("store.pins[2].file") })
        #expect(none.contains { $0.contains("store.pins: must be a list") })
    }
}
