// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `The one word for a sale` {
    /// Situations and their words.
    static func situations() throws -> [(String, Order, OrderStatus)] {
        var asking = Story()
        asking.record(.asking)
        var uncertain = asking
        uncertain.record(.answerLost)
        var cancelling = Story.presented()
        try cancelling.accept(.cancel)
        var expired = Story.presented()
        expired.wait(Story.patience)
        expired.record(.deadlinePassed)
        var late = try Story.cancelled()
        late.pay()
        var returned = late
        returned.answer(.done, to: late.order.refunds[0].id)
        var refused = late
        refused.answer(.refused(reason: "no"), to: late.order.refunds[0].id)
        var surplus = Story.paid()
        surplus.pay("M2")
        var replaced = Story.presented()
        try replaced.tryAgain()
        var again = replaced
        again.present(Story.second)
        return [
            ("opened", Story().order, .opening), ("asking", asking.order, .opening),
            ("code up", Story.presented().order, .code), ("in doubt", uncertain.order, .checking),
            ("being cancelled", cancelling.order, .checking),
            ("expired", expired.order, .checking),
            ("cancelled", try Story.cancelled().order, .notPaid),
            ("paid", Story.paid().order, .paid), ("paid late", late.order, .paidLate),
            ("late money is back", returned.order, .notPaid),
            ("late money is refused", refused.order, .needsPerson),
            ("paid twice", surplus.order, .paid), ("new attempt", replaced.order, .opening),
            ("new code", again.order, .code),
            ("wrong money", `A hold`.wrongMoney().order, .needsPerson),
            ("torn receipt", `A hold`.tornReceipt().order, .needsPerson),
        ]
    }

    @Test func `fits every situation`() throws {
        for (name, order, status) in try Self.situations() {
            #expect(order.status == status, "\(name)")
        }
    }

    @Test func `ends a wait when the sale is over or a person has to look`() throws {
        for (name, order, _) in try Self.situations() {
            let over = [.paid, .closed].contains(order.state)
            let looked = order.holds.contains(where: \.isOpen)

            #expect(order.status.endsWait == (over || looked), "\(name)")
        }
    }

    @Test(arguments: [
        (OrderStatus.opening, "opening"), (.code, "code"), (.checking, "checking"), (.paid, "paid"),
        (.notPaid, "not_paid"), (.paidLate, "paid_late"), (.needsPerson, "needs_person"),
    ])
    func `is spelled for ever`(status: OrderStatus, word: String) {
        #expect(status.rawValue == word)
    }
}

@Suite struct `The version of a sale` {
    @Test func `grows by one with every change, and with nothing else`() throws {
        var story = Story()
        var versions = [story.order.version]

        story.record(.asking)
        versions.append(story.order.version)
        story.record(.asking)
        versions.append(story.order.version)
        story.record(.codeIssued(Story.code))
        versions.append(story.order.version)
        try story.accept(.cancel)
        versions.append(story.order.version)

        #expect(versions == [1, 2, 2, 3, 4])
    }
}

@Suite struct `What people read when a command is refused` {
    @Test(arguments: [
        OrderError.alreadyPaid("O1"), .alreadyOver("O1"), .notPaid("O1"),
        .refundExceeds(left: Story.price), .refundOfNothing, .currencyDiffers(expected: .cny),
        .tooManyAttempts(limit: 8), .noSuchHold("H"), .alreadySettled("H"),
        .decisionDoesNotFit([.retry, .leave]), .printsNothing("O1"),
    ])
    func `is a sentence without a full stop`(error: OrderError) {
        let text = error.description

        #expect(!text.hasSuffix("."))
        #expect(text.contains(" "))
    }

    @Test func `names the decisions that fit`() {
        let text = OrderError.decisionDoesNotFit([.printed, .printAgain]).description

        #expect(text.hasSuffix("printed or print_again"))
    }
}
