// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Synchronization
import Testing

@testable import tilld

@Suite struct `The count of storage failures` {
    private let folder: TemporaryFolder
    private let elapsed = SteppedTime()

    private final class SteppedTime: Sendable {
        private let now = Mutex(Duration.seconds(10_000))
        var value: Duration { now.withLock { $0 } }
        func advance(_ duration: Duration) { now.withLock { $0 += duration } }
    }

    init() throws { folder = try TemporaryFolder() }

    private var faults: StorageFaults {
        StorageFaults(beside: "\(folder.path)/api.sock", elapsed: { [elapsed] in elapsed.value })
    }

    @Test func `outlives the process, and advises by how many there were`() {
        var advices: [StorageFaults.Advice] = [faults.advice]

        for _ in 0..<8 {
            faults.note()
            advices.append(faults.advice)
        }

        #expect(
            advices == [
                .normal, .normal, .normal, .normal, .careful, .careful, .careful, .handsOff, .handsOff,
            ])
    }

    @Test func `forgets after five minutes`() {
        for _ in 0..<4 { faults.note() }

        elapsed.advance(.seconds(300))
        let still = faults.recent
        elapsed.advance(.milliseconds(1))

        #expect(still == 4)
        #expect(faults.recent == 0)
    }

    @Test func `is not confused by what was noted before the machine was started`() throws {
        try Data("99999999999\n20000000\n-5\nnonsense\n\n9999000\n".utf8)
            .write(to: folder.url.appending(path: "api.sock.faults"))

        #expect(faults.recent == 1)
        #expect(faults.advice == .normal)
    }

    @Test func `stays small, whatever happens`() throws {
        for _ in 0..<1000 {
            elapsed.advance(.seconds(1))
            faults.note()
        }

        let file = folder.url.appending(path: "api.sock.faults")
        #expect(try Data(contentsOf: file).count < 1024)
        #expect(faults.advice == .handsOff)
        #expect(
            try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    }

    @Test func `counts nothing where nothing can be written`() {
        let nowhere = StorageFaults(beside: "/nowhere/api.sock", elapsed: { .seconds(1) })

        nowhere.note()

        #expect(nowhere.recent == 0)
    }
}
