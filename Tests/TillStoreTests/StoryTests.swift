// SPDX-License-Identifier: Apache-2.0

import Foundation
import JournalChain
import Testing
import TillCore

@testable import TillStore

@Suite struct `The story that the ledger has` {
    @Test func `holds the order's rows, and the starts that fall between them`() async throws {
        let bench = try Bench()
        let (first, _) = try await bench.day { (try await $0.present(), try await $0.present()) }
        try await bench.day { _ = try await $0.tell(.money("M1"), of: first) }
        try await bench.day { _ in }

        let (story, head) = try await bench.day { (try await $0.story(of: first.id), try await $0.head()) }

        #expect(story.rows.map(\.link.seq) == [2, 3, 4, 8, 9])
        #expect(story.rows.map(\.link.order) == [first.id.text, first.id.text, first.id.text, nil, first.id.text])
        #expect(story.rows.allSatisfy { Chain.hash($0.link, after: $0.before) == $0.chain })
        #expect(story.order.status == .paid)
        #expect(story.head == head)
        #expect(head.seq == 11)
    }

    @Test func `of no order is an error`() async throws {
        let ledger = try Bench.inMemory()

        await #expect(throws: LedgerError.noSuchOrder("X")) { try await ledger.story(of: "X") }
    }

    @Test func `finds the notifies that caused a row, and those that name the order`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        for number in 0..<450 { try await Self.notify(ledger, "before-\(number)", nil) }
        bench.clock.pass(.seconds(1))
        let order = try await ledger.present()
        bench.clock.pass(.seconds(1))
        let other = try await ledger.present()
        let name = order.attempts[0].reference
        bench.clock.pass(.seconds(1))
        try await Self.notify(ledger, "sealed", .payment(name, Self.paid("M1")))
        bench.clock.pass(.seconds(1))
        try await Self.notify(ledger, "again", nil, "{\"order\":\"\(name)\"}")
        bench.clock.pass(.seconds(1))
        try await Self.notify(ledger, "other", .payment(other.attempts[0].reference, Self.paid("M2")))
        for number in 0..<450 { try await Self.notify(ledger, "behind-\(number)", nil) }

        let found = try await ledger.notifies(about: try await ledger.story(of: order.id))

        #expect(found.kept.map(\.id) == ["sealed", "again"])
        #expect(found.kept.map(\.raw) == [Array("sealed".utf8), Array("{\"order\":\"\(name)\"}".utf8)])
        #expect(found.leftOut == 0)
        try ledger.close()
    }

    @Test func `says how many notifies it leaves out`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()
        let name = order.attempts[0].reference.text
        let large = name + String(repeating: " ", count: Ledger.storyNotifyBytesMax / 2 - name.utf8.count)
        for number in 0..<3 { try await Self.notify(ledger, "n\(number)", nil, large) }

        let found = try await ledger.notifies(about: try await ledger.story(of: order.id))

        #expect(found.kept.map(\.id) == ["n0", "n1"])
        #expect(found.leftOut == 1)
    }

    private static func notify(_ ledger: Ledger, _ id: String, _ word: NotifyWord?, _ raw: String? = nil) async throws {
        try await ledger.receive(ReceivedNotify(account: "main", id: id, raw: Array((raw ?? id).utf8), word: word))
    }

    private static func paid(_ reference: String) -> Outcome {
        .paid(Payment(acquirerReference: reference, amount: Money(minorUnits: 1250, .cny)))
    }
}
