// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TillStore

@Suite struct `The terminal's key` {
    @Test func `is made once, for its user alone, and openssl reads it`() throws {
        let bench = try Bench()
        let path = TerminalKey.usualPath(ledger: bench.path)

        let made = try TerminalKey.readOrMake(path)
        let again = try TerminalKey.readOrMake(path)
        let read = try TerminalKey.read(path)

        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        let judge = try CommandResult.of("openssl", ["pkey", "-in", path, "-pubout"])
        #expect(mode == 0o600)
        #expect(made.publicBytes.count == 32)
        #expect(again.publicBytes == made.publicBytes)
        #expect(read?.publicBytes == made.publicBytes)
        #expect(judge.output == made.publicPEM)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) == ["ledger.sqlite.key"])
    }

    @Test func `is not there before it is made`() throws {
        let bench = try Bench()

        let key = try TerminalKey.read(bench.path)

        #expect(key == nil)
    }

    @Test func `is not used if others may read it, or if it is none`() throws {
        let bench = try Bench()
        let path = bench.path
        _ = try TerminalKey.readOrMake(path)
        chmod(path, 0o640)
        #expect(throws: TerminalKeyError.readByOthers(path: path)) { try TerminalKey.readOrMake(path) }
        let rsa = try CommandResult.of("openssl", ["genrsa", "-out", path, "2048"])
        chmod(path, 0o600)
        #expect(rsa.status == 0)
        #expect(throws: TerminalKeyError.unusable(path: path, why: "it is no Ed25519 key")) {
            try TerminalKey.readOrMake(path)
        }

        try Data("secret words".utf8).write(to: URL(filePath: path))
        chmod(path, 0o600)

        #expect(throws: TerminalKeyError.unusable(path: path, why: "it is no private key in PEM")) {
            try TerminalKey.readOrMake(path)
        }
    }

    @Test func `says of a disk that will not that it is the disk`() throws {
        let bench = try Bench()
        _ = try TerminalKey.readOrMake(bench.path)
        let inAFile = "\(bench.path)/key"

        let faults = [EIO, ENOSPC, EROFS, EMFILE].map { TerminalKeyError.of($0, path: "key") }

        for fault in faults {
            guard case .outOfReach("key", let why) = fault else {
                Issue.record("\(fault)")
                continue
            }
            #expect(!why.isEmpty)
        }
        #expect(throws: TerminalKeyError.unusable(path: inAFile, why: "Not a directory")) {
            try TerminalKey.readOrMake(inAFile)
        }
    }

    @Test func `shows nothing of itself in a log`() throws {
        let bench = try Bench()
        let key = try TerminalKey.readOrMake(bench.path)

        let texts = ["\(key)", String(reflecting: key), String(describing: [key])]
        var dumped = ""
        dump(key, to: &dumped)

        #expect(texts[0] == "the terminal's key")
        #expect(texts[2] == "[the terminal's key]")
        #expect(dumped == "- the terminal's key\n")
    }
}
