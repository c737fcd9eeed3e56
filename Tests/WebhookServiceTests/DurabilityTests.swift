// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import HTTPTypes
import Synchronization
import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@testable import WebhookService

@Suite struct `Webhooks after a power cut` {
    @Test func `come again with the same id and body if the power went between answer and write`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let receiver = Receiver(clock)
        let cut = Mutex<(@Sendable () -> Void)?>(nil)
        let first = try Counter(
            clock, path: file.path, receiver: receiver,
            send: { request in
                let answer = receiver.send(request)
                // The endpoint has it; what is written from now on is lost.
                cut.withLock { $0 }?()
                return answer
            })
        let ledger = first.ledger
        let (_, secret) = try await first.add()
        try await first.sell()
        cut.withLock { $0 = { ledger.end() } }

        await #expect(throws: LedgerError.ended) { try await first.step() }
        try first.ledger.close()
        let second = try Counter(clock, path: file.path, receiver: receiver)
        clock.advance(milliseconds: 2000)
        try await second.step()

        let messages = receiver.messages
        try #require(messages.count == 2)
        #expect(messages[0].id == messages[1].id)
        #expect(messages[0].body == messages[1].body)
        #expect(messages[0].timestamp != messages[1].timestamp)
        #expect(messages.allSatisfy { $0.isSigned(with: secret) })
        #expect(try await second.webhook().delivered == 1)
        #expect(try await second.step() == nil)
        try second.ledger.close()
    }

    @Test func `go on with the tries that they had`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let receiver = Receiver(clock)
        receiver.answers { _ in .status(500) }
        let first = try Counter(clock, path: file.path, receiver: receiver)
        _ = try await first.add()
        try await first.sell()
        try await first.step()
        #expect(try await first.pass())
        try first.ledger.close()

        let second = try Counter(clock, path: file.path, receiver: receiver)
        let next = try #require(try await second.step())
        let wait = next.since(second.ledger.time.now)

        #expect(receiver.messages.count == 2)
        #expect(wait > .seconds(290) && wait <= .seconds(330))
        try second.ledger.close()
    }

    @Test func `miss nothing that was sold while they were away`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let receiver = Receiver(clock)
        let first = try Counter(clock, path: file.path, receiver: receiver)
        _ = try await first.add()
        try await first.sell()
        try await first.step()
        try await first.sell()
        try first.ledger.close()

        let second = try Counter(clock, path: file.path, receiver: receiver)
        try await second.sell()
        try await second.step()

        // The start of the second daemon is row 10.
        #expect(receiver.ids() == ["5", "9", "14"].map { "\(second.ledger.epoch)-\($0)" })
        try second.ledger.close()
    }
}
