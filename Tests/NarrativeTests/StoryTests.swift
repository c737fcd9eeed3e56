// SPDX-License-Identifier: Apache-2.0

import Narrative
import Testing
import TillCore

@Suite struct `The story of an order` {
    @Test func `that is paid and printed`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.pass(1)
        tale.attempt(Tale.code)
        tale.pass(20)
        tale.attempt(Tale.money())
        tale.pass(1)
        tale.print(.started)
        tale.print(.finished(confirmed: true))

        let story = tale.told()

        #expect(
            story == [
                "12:00:00 cashier: The cashier (socket) opened a sale of 12.50 CNY for \"Tea\" through main, the shop's reference tea-1, to be paid within 5 min.",
                "12:00:00 daemon: The daemon asked the acquirer of main for a payment code.",
                "12:00:01 answer: The acquirer made the payment and issued a code, its reference pay_1. The code could be shown.",
                "12:00:21 query: The acquirer said (asked by query) that it holds 12.50 CNY, its reference tx_9. The order was paid; the receipt was queued.",
                "12:00:22 daemon: The printer was given the receipt.",
                "12:00:22 printer: The printer said that the receipt is on paper.",
                "12:00:22 daemon: Now it is paid: 12.50 CNY are kept. Nothing is left to do.",
            ])
    }

    @Test func `whose money comes late`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.pass(5)
        tale.command(.cancel)
        tale.pass(1)
        tale.attempt(.closeConfirmed)
        tale.pass(90)
        tale.attempt(Tale.money(by: .notify))
        tale.refund(.sending)
        tale.pass(2)
        tale.refund(.outcome(.done))

        let story = tale.told()

        #expect(
            story == [
                "12:00:00 cashier: The cashier (socket) opened a sale of 12.50 CNY for \"Tea\" through main, the shop's reference tea-1, to be paid within 5 min.",
                "12:00:00 daemon: The daemon asked the acquirer of main for a payment code.",
                "12:00:00 answer: The acquirer made the payment and issued a code, its reference pay_1. The code could be shown.",
                "12:00:05 cashier: The cashier (socket) gave the sale up. The order was being cancelled, which only the acquirer can confirm; the code was taken down because the cashier gave the sale up, and the acquirer was to close it.",
                "12:00:06 answer: The acquirer agreed to take no more money. The order was over, and not paid; the payment was closed because the cashier gave the sale up, and stayed watched for late money.",
                "12:01:36 notify: The acquirer said (unasked, by notify) that it holds 12.50 CNY, its reference tx_9. The 12.50 CNY did not pay for the order; a refund of 12.50 CNY was queued because the money came after the order was over.",
                "12:01:36 daemon: The daemon sent the refund of 12.50 CNY to the acquirer.",
                "12:01:38 answer: The acquirer said that the refund of 12.50 CNY is done. The 12.50 CNY were back with the payer.",
                "12:01:38 daemon: Now it is over and not paid. By itself the daemon will keep asking for another 2 d whether money comes late.",
            ])
    }

    @Test func `whose request for a code was lost`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.pass(10)
        tale.attempt(.answerLost)
        tale.pass(31)
        tale.attempt(.outcome(.unseen, .query))
        tale.pass(1)
        tale.attempt(.closeConfirmed)

        let story = tale.told()

        #expect(
            story == [
                "12:00:00 cashier: The cashier (socket) opened a sale of 12.50 CNY for \"Tea\" through main, the shop's reference tea-1, to be paid within 5 min.",
                "12:00:00 daemon: The daemon asked the acquirer of main for a payment code.",
                "12:00:10 daemon: No answer that can be believed came. It was not known whether the payment was made, and questions followed.",
                "12:00:41 query: The acquirer said (asked by query) that it knows of no such payment. The payment was given up because the acquirer had not seen it long after it was asked, and the acquirer was to close it.",
                "12:00:42 answer: The acquirer agreed to take no more money. The order was over, and not paid; the payment was closed because the acquirer had not seen it long after it was asked, and stayed watched for late money.",
                "12:00:42 daemon: Now it is over and not paid. By itself the daemon will keep asking for another 2 d whether money comes late.",
            ])
    }

    @Test func `for which another amount came`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.pass(9)
        tale.attempt(Tale.money("tx_9", 1200))

        let waiting = tale.told()
        tale.attempt(.closeConfirmed)
        tale.pass(300)
        tale.command(.settle("O1-H1", .giveBack, by: "anna", note: "pays in cash"))
        tale.refund(.sending)
        tale.refund(.outcome(.done))
        let settled = tale.told()

        #expect(
            waiting == [
                "12:00:00 cashier: The cashier (socket) opened a sale of 12.50 CNY for \"Tea\" through main, the shop's reference tea-1, to be paid within 5 min.",
                "12:00:00 daemon: The daemon asked the acquirer of main for a payment code.",
                "12:00:00 answer: The acquirer made the payment and issued a code, its reference pay_1. The code could be shown.",
                "12:00:09 query: The acquirer said (asked by query) that it holds 12.00 CNY, its reference tx_9. The 12.00 CNY did not pay for the order; the code was taken down because money of another amount or currency had come, and the acquirer was to close it; a person had to look: the acquirer of main reports 12.00 CNY as tx_9, which is not what the sale was for.",
                "12:00:09 daemon: Now it waits for a person. By itself the daemon will ask the acquirer to close the payment until it agrees. A person has to settle hold O1-H1 with give_back or leave: the acquirer of main reports 12.00 CNY as tx_9, which is not what the sale was for.",
            ])
        #expect(
            settled.suffix(5) == [
                "12:00:09 answer: The acquirer agreed to take no more money. The order was over, and not paid; the payment was closed because money of another amount or currency had come, and stayed watched for late money.",
                "12:05:09 cashier: The cashier (anna) settled hold O1-H1 with give_back: \"pays in cash\". A refund of 12.00 CNY was queued because a person decided so.",
                "12:05:09 daemon: The daemon sent the refund of 12.00 CNY to the acquirer.",
                "12:05:09 answer: The acquirer said that the refund of 12.00 CNY is done. The 12.00 CNY were back with the payer.",
                "12:05:09 daemon: Now it is over and not paid. By itself the daemon will keep asking for another 1 d 23 h whether money comes late.",
            ])
    }

    @Test func `whose refund was refused`() {
        var tale = Tale.tea(slips: .none)
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.attempt(Tale.money())
        tale.pass(3600)
        tale.command(.refund(Money(minorUnits: 500, .cny), note: "cold tea"))
        tale.refund(.sending)
        tale.pass(8)
        tale.refund(.answerLost)
        tale.pass(2)
        tale.refund(.outcome(.refused(reason: "balance too low")))

        let story = tale.told()

        #expect(
            story.suffix(6) == [
                "12:00:00 query: The acquirer said (asked by query) that it holds 12.50 CNY, its reference tx_9. The order was paid.",
                "13:00:00 cashier: The cashier (socket) asked for 5.00 CNY to go back: \"cold tea\". A refund of 5.00 CNY was queued.",
                "13:00:00 daemon: The daemon sent the refund of 5.00 CNY to the acquirer.",
                "13:00:08 daemon: No answer that can be believed came about the refund of 5.00 CNY. It was not known whether the refund of 5.00 CNY was done, and questions followed.",
                "13:00:10 answer: The acquirer refused the refund of 5.00 CNY: balance too low. A person had to look: refund 01JNA6S2K4M6P8R0T2V4X6Z8B1R1 was not done: balance too low.",
                "13:00:10 daemon: Now it waits for a person. A person has to settle hold O1-H1 with retry or leave: refund 01JNA6S2K4M6P8R0T2V4X6Z8B1R1 was not done: balance too low.",
            ])
    }

    @Test func `in whose middle the power failed while the receipt was printing`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.pass(10)
        tale.attempt(Tale.money())
        tale.print(.started)
        tale.pass(250)
        tale.restart()
        tale.print(.interrupted)

        let story = tale.told()

        #expect(
            story.suffix(6) == [
                "12:00:10 query: The acquirer said (asked by query) that it holds 12.50 CNY, its reference tx_9. The order was paid; the receipt was queued.",
                "12:00:10 daemon: The printer was given the receipt.",
                "12:04:20 daemon: Nothing was heard for 4 min 10 s.",
                "12:04:20 daemon: The daemon started again (version 0.1.0).",
                "12:04:20 daemon: The daemon had ended while the receipt was being printed: nobody can tell what is on paper. A person had to look: look whether slip O1-P1 came out whole.",
                "12:04:20 daemon: Now it waits for a person. A person has to settle hold O1-H1 with printed or print_again: look whether slip O1-P1 came out whole.",
            ])
    }

    @Test func `that was paid while it was being cancelled`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.pass(30)
        tale.command(.cancel)
        tale.pass(1)
        tale.attempt(Tale.money())
        tale.refund(.sending)

        let story = tale.told()

        #expect(
            story.suffix(5) == [
                "12:00:00 answer: The acquirer made the payment and issued a code, its reference pay_1. The code could be shown.",
                "12:00:30 cashier: The cashier (socket) gave the sale up. The order was being cancelled, which only the acquirer can confirm; the code was taken down because the cashier gave the sale up, and the acquirer was to close it.",
                "12:00:31 query: The acquirer said (asked by query) that it holds 12.50 CNY, its reference tx_9. The order was over, and not paid; the 12.50 CNY did not pay for the order; a refund of 12.50 CNY was queued because the sale was being cancelled when the money came.",
                "12:00:31 daemon: The daemon sent the refund of 12.50 CNY to the acquirer.",
                "12:00:31 daemon: Now it is over; money that came for it is on its way back. By itself the daemon will send the refund of 12.50 CNY.",
            ])
    }

    @Test func `with two attempts, a refused code, and a restart under a code`() {
        var tale = Tale.tea(slips: SlipPolicy(receipt: true, code: true))
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.pass(5)
        tale.command(.newAttempt("A2", account: "side", expiresAt: Tale.noon + .seconds(300)))
        tale.attempt(.asking, "A2")
        tale.attempt(.notSent, "A2")
        tale.attempt(.asking, "A2")
        tale.attempt(Tale.code, "A2")
        tale.attempt(.outcome(.refused(reason: "closed"), .query))
        tale.pass(2)
        tale.restart()
        tale.attempt(.outcome(.pending(nil), .query), "A2")
        tale.pass(3)

        let story = tale.told()

        #expect(
            story == [
                "12:00:00 cashier: The cashier (socket) opened a sale of 12.50 CNY for \"Tea\" through main, the shop's reference tea-1, to be paid within 5 min.",
                "12:00:00 daemon: The daemon asked the acquirer of main for a payment code.",
                "12:00:00 answer: The acquirer made the payment and issued a code, its reference pay_1. The code could be shown; the code on paper was queued.",
                "12:00:05 cashier: The cashier (socket) asked for a new code through side. The code was taken down because another attempt took its place, and the acquirer was to close it (attempt 1); the code on paper was not to be printed any more.",
                "12:00:05 daemon: The daemon asked the acquirer of side for a payment code (attempt 2).",
                "12:00:05 daemon: The request certainly never left the terminal (attempt 2). It was to be asked again (attempt 2).",
                "12:00:05 daemon: The daemon asked the acquirer of side for a payment code (attempt 2).",
                "12:00:05 answer: The acquirer made the payment and issued a code, its reference pay_1 (attempt 2). The code could be shown (attempt 2); the code on paper was queued.",
                "12:00:05 query: The acquirer said (asked by query) that it is over and that it holds no money: closed (attempt 1). The payment was closed because another attempt took its place, and stayed watched for late money (attempt 1).",
                "12:00:07 daemon: The daemon started again (version 0.1.0).",
                "12:00:07 query: The acquirer said (asked by query) that it waits for the payer (attempt 2). The code could be shown again (attempt 2).",
                "12:00:10 daemon: Now a code is up, and as far as we know nobody has paid it. By itself the daemon will keep asking for another 2 d whether money comes late (attempt 1), keep asking the acquirer what became of the payment (attempt 2), print the code on paper and give up in 4 min 50 s.",
            ])
    }

    @Test func `waits, and says so where something was awaited`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.pass(250)
        tale.happen(.unbelieved("main", why: "an answer: the signature does not fit"))
        tale.pass(55)
        tale.happen(.recorded(.deadlinePassed))
        tale.pass(130)

        let story = tale.told()

        #expect(
            story.suffix(6) == [
                "12:00:00 answer: The acquirer made the payment and issued a code, its reference pay_1. The code could be shown.",
                "12:04:10 daemon: Nothing was heard for 4 min 10 s.",
                "12:04:10 daemon: Something that claimed to come from the acquirer of main was not believed: an answer: the signature does not fit. It changed nothing.",
                "12:05:05 daemon: The time that the payer had was over. The code was taken down because its time was over, and the acquirer was to close it.",
                "12:07:15 daemon: Nothing was heard for 2 min 10 s.",
                "12:07:15 daemon: Now nobody knows whether it is paid: do not pay again. By itself the daemon will ask the acquirer to close the payment until it agrees.",
            ])
    }

    @Test func `tells when the wall clock was set`() {
        var tale = Tale.tea()
        tale.attempt(.asking)
        tale.setClock(-7200)
        tale.attempt(Tale.code)
        tale.setClock(3)
        tale.attempt(Tale.money())

        let steps = tale.told().filter { $0.contains("wall clock") }

        #expect(
            steps == [
                "12:00:00 daemon: The wall clock had been set back by 2 h meanwhile; the ledger's own time was not moved."
            ])
    }

    @Test func `tells that ledger time was set ahead, and takes it for neither silence nor a step of the clock`() {
        var tale = Tale.tea()
        tale.setClock(7200)
        tale.attempt(.asking)
        tale.catchUp(7200)
        tale.attempt(Tale.code)

        let told = tale.told()

        #expect(
            told.contains(
                "14:00:00 daemon: The ledger's own time, which had started without a clock to believe, was set ahead by 2 h to the acquirer's."
            ))
        #expect(!told.contains { $0.contains("Nothing was heard") })
        #expect(told.count { $0.contains("wall clock") } == 1)
    }

    @Test func `is silent about nights on which nothing was awaited`() {
        var tale = Tale.tea(slips: .none)
        tale.attempt(.asking)
        tale.attempt(Tale.code)
        tale.attempt(Tale.money())
        tale.pass(40_000)
        tale.restart()
        tale.pass(40_000)
        tale.command(.refund(nil, note: ""))

        let story = tale.told()

        #expect(story.count == 6)
        #expect(!story.contains { $0.contains("started") || $0.contains("Nothing was heard") })
    }

    @Test func `says that a row was put in by hand`() {
        var tale = Tale.tea()
        tale.command(.reprint)

        let story = tale.told()

        #expect(story.contains { $0.hasSuffix("the journal was changed by hand.") })
    }

    @Test func `says that the tables have another story`() throws {
        var paid = Tale.tea()
        paid.attempt(.asking)
        paid.attempt(Tale.code)
        let open = try #require(paid.order)
        paid.attempt(Tale.money())

        let story = Narrator().tell(paid.rows, about: open, now: Tale.noon, wall: Tale.noon)

        #expect(story.last?.text.hasSuffix("run \"till verify\".") == true)
    }
}
