// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Logging
import Testing
import TillCore
import TillStore

@testable import tilld

@Suite struct `The folder of backups` {
    private let place: TemporaryFolder

    init() throws { place = try TemporaryFolder() }

    private var folder: BackupFolder { BackupFolder(place.url.path, of: "T-0001") }

    private func fill(_ names: [String]) throws {
        for name in names { try Data().write(to: place.url.appending(path: name)) }
    }

    @Test func `names a backup after its terminal, its time and its last row`() {
        let file = folder.file(at: Timestamp(milliseconds: 1_800_000_000_000), row: 812)

        #expect(file == "\(place.url.path)/ledger-T-0001-20270115T080000Z-812.sqlite")
        #expect(
            BackupFolder("/b", of: "Till 1/../x").file(at: Timestamp(milliseconds: 0), row: 1)
                == "/b/ledger-Till-1----x-19700101T000000Z-1.sqlite")
    }

    @Test func `keeps the newest, and whatever is no backup of this terminal`() throws {
        let old = ["20270101T000000Z-9", "20270102T000000Z-100"].map { "ledger-T-0001-\($0).sqlite" }
        let new = ["20270103T000000Z-99", "20270104T000000Z-5"].map { "ledger-T-0001-\($0).sqlite" }
        let others = [
            "ledger-T-0002-20260101T000000Z-1.sqlite", "ledger-T-0001-notes.txt",
            "ledger-T-0001-20260101T000000Z-1.sqlite.part",
        ]
        try fill(old + new + others)

        try folder.keep(2)

        let names = try FileManager.default.contentsOfDirectory(atPath: place.url.path)
        #expect(Set(names) == Set(new + others))
        #expect(try folder.newest() == "20270104T000000Z")
    }

    @Test(arguments: [
        ("20270115T070000Z", 23 * 3600), ("20270114T081000Z", 600), ("20270114T070000Z", 600),
        ("20280101T000000Z", 24 * 3600),
    ])
    func `says when the next one is due`(newest: String, seconds: Int) throws {
        try fill(["ledger-T-0001-\(newest)-5.sqlite"])
        let wall = Timestamp(milliseconds: 1_800_000_000_000)
        let keeper = try keeper(wall: wall)

        #expect(keeper.firstPause(folder, .seconds(24 * 3600)) == .seconds(seconds))
    }

    @Test func `is due soon where there is none`() throws {
        let keeper = try keeper(wall: Timestamp(milliseconds: 1_800_000_000_000))

        #expect(keeper.firstPause(folder, .seconds(24 * 3600)) == LedgerKeeper.soon)
        #expect(keeper.firstPause(folder, .seconds(60)) == .seconds(60))
        #expect(
            keeper.firstPause(BackupFolder("/nowhere", of: "T"), .seconds(3600)) == LedgerKeeper.soon)
    }

    private func keeper(wall: Timestamp) throws -> LedgerKeeper {
        let ledger = try Ledger(
            path: nil, terminal: "T-0001", version: "test", clocks: SystemClocks.forLedger,
            onFault: { _ in })
        return LedgerKeeper(
            ledger: ledger, plan: nil, wall: { wall },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }
}

@Suite struct `The settings of backups` {
    private func read(_ lines: String) throws -> Settings {
        try Configuration().read(
            Configuration.good([("path:", "  path: state/ledger.sqlite\n  backup:\n\(lines)")]))
    }

    @Test func `may be left out`() throws {
        let configuration = try Configuration()

        #expect(try configuration.read(Configuration.good).backup == nil)
    }

    @Test func `begin where the file is, and are on demand only if nothing else is said`() throws {
        let backup = try #require(try read("    folder: /b").backup)

        #expect(backup.folder == "/b")
        #expect(backup.every == nil)
        #expect(backup.keep == 7)
    }

    @Test func `say how often and how many`() throws {
        let backup = try #require(try read("    folder: b\n    every: 90m\n    keep: 3").backup)

        #expect(backup.folder.hasPrefix("/") && backup.folder.hasSuffix("/b"))
        #expect(backup.every == .seconds(5400))
        #expect(backup.keep == 3)
    }

    @Test(arguments: [
        ("    keep: 3", "store.backup.folder"), ("    folder: b\n    every: 10s", "store.backup.every"),
        ("    folder: b\n    keep: 0", "store.backup.keep"),
        ("    folder: b\n    often: 3", "store.backup.often"),
    ])
    func `are refused by name`(lines: String, key: String) {
        #expect { try read(lines) } throws: { "\($0)".contains(key) }
    }
}
