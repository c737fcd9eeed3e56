// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TillAPI

@Suite struct `Messages of the queue and their golden JSON` {
    private static let noon = WireTime(milliseconds: 1_772_355_720_000)

    private static let row = QueueRowResource(
        id: 17, lane: "provider", what: .watch, about: Samples.attempt, order: Samples.order.id,
        reference: "tea-1", status: .checking, amount: MoneyResource(value: 1250, currency: "CNY"),
        account: "main", tries: 3, lastAnswer: "no route", wait: .accountRests,
        detail: "the acquirer of main does not answer: it is asked again in 6 s",
        nextAt: WireTime(milliseconds: 1_772_355_726_000), nextSeconds: 6, since: Samples.opened,
        ageSeconds: 120)

    private static func hold(_ scope: String, _ by: String, _ why: String) -> QueueHoldResource {
        QueueHoldResource(scope: scope, by: by, since: noon, why: why)
    }

    @Test func `a page of the queue survives both ways`() throws {
        let held = QueueRowResource(
            id: 18, lane: "print", what: .print, about: "P1", order: Samples.order.id, status: .paid,
            amount: MoneyResource(value: 1250, currency: "CNY"), tries: 0, wait: .held,
            detail: "held with its lane by anna: new paper (nothing is printed)",
            since: Samples.opened, ageSeconds: 120, held: Self.hold("lane", "anna", "new paper"))

        try expectGolden(
            "queue",
            QueuePage(
                rows: [Self.row, held], last: 18,
                standing: [
                    StandingHoldResource(
                        lane: "print", held: Self.hold("lane", "anna", "new paper")),
                    StandingHoldResource(
                        order: Samples.order.id, held: Self.hold("order", "ben", "wait")),
                ]))
    }

    @Test func `a terminal that is drained, and one that is not, survive both ways`() throws {
        try expectGolden(
            "drain",
            DrainResource(
                state: .draining, by: "anna", since: Self.noon, why: "closing time", owed: 3,
                orders: 2, stuck: 1, watched: 4, oldest: Self.row))
        try expectGolden(
            "drain-open", DrainResource(state: .open, owed: 0, orders: 0, stuck: 0, watched: 0))
    }

    @Test func `requests survive both ways and pass the strict reader`() throws {
        try expectStrictGolden(
            "hold-work", HoldWorkRequest(why: "the acquirer works on its line", by: "anna"))
        try expectStrictGolden(
            "release-work", ReleaseWorkRequest(why: "the line is back", by: "anna"))
        try expectStrictGolden(
            "flush-queue", FlushQueueRequest(order: Samples.order.id, by: "anna"))
        try expectStrictGolden("drain-request", DrainRequest(why: "closing time", by: "anna"))
        try expectStrictGolden("end-drain", EndDrainRequest(by: "anna"))
    }

    @Test func `a sale says what of it is held, and nothing if nothing is`() throws {
        let held = HeldWorkResource(row: 17, what: .watch, held: Self.hold("row", "anna", "a test"))
        var order = Samples.bareOrder
        order.held = [held]

        let text = String(decoding: try WireJSON.bytes(of: order), as: UTF8.self)
        let bare = String(decoding: try WireJSON.bytes(of: Samples.bareOrder), as: UTF8.self)

        try expectGolden("held-work", held)
        #expect(text.contains(#""held":[{"held":{"by":"anna""#))
        #expect(!bare.contains("held"))
        #expect(try WireJSON.message(OrderResource.self, from: Array(text.utf8)) == order)
    }

    @Test func `the health of an older daemon holds nothing`() throws {
        let text = #"{"waiting":7,"due":1,"oldest_seconds":null}"#

        let queue = try WireJSON.message(QueueHealth.self, from: Array(text.utf8))

        #expect(queue == QueueHealth(waiting: 7, due: 1))
    }

    @Test func `only what does not go on by itself is for a person`() {
        let reasons: [QueueReason] = [
            .due, .underWay, .waits, .behind, .accountRests, .noAccount, .held, .printer, .noPrinter,
            .unreadable, QueueReason(rawValue: "dreaming"),
        ]

        #expect(
            reasons.filter(\.needsPerson) == [.noAccount, .held, .noPrinter, .unreadable])
    }
}
