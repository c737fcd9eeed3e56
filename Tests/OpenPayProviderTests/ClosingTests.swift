// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Closing a payment` {
    let platform = Platform()
    let ask = "GET /v1/payments?order_no=\(Platform.order)"
    let create = "POST /v1/payments"
    let close = "POST /v1/payments/pay_7/close"

    var open: Said { platform.payment("pending", of: cny(1250), code: Platform.code) }
    var closed: Said { platform.payment("closed", of: cny(1250)) }
    var paid: Said { platform.payment("paid", of: cny(1250)) }
    var absent: Said { platform.problem("not_found", 404) }
    let money = Payment(acquirerReference: "pay_7", amount: cny(1250))

    func closing(_ said: [Said], after: Duration = .zero, platformAfter: Duration? = nil) throws
        -> Talk<Closing>
    {
        let provider = try platform.provider(selling: .cny)
        return try talk(
            provider.closePayment(of: platform.attempt(of: cny(1250))), said,
            at: Platform.start + after,
            platformAt: platformAfter.map { Platform.start + $0 })
    }

    @Test func `an open payment is closed by its id`() throws {
        let talk = try closing([open, closed])

        #expect(talk.answer == .closed)
        #expect(talk.lines == [ask, close])
        #expect(talk.requests[1].head.headerFields[.idempotencyKey] == "pay_7-close")
        #expect(talk.requests[1].body.isEmpty)
    }

    @Test func `a paid payment is paid and nothing is closed`() throws {
        let talk = try closing([paid])

        #expect(talk.answer == .paid(money))
        #expect(talk.lines == [ask])
    }

    @Test func `a payment that is over needs no close`() throws {
        let talk = try closing([closed])

        #expect(talk.answer == .closed)
    }

    @Test func `an answer to the close that says paid is paid`() throws {
        let talk = try closing([open, paid])

        #expect(talk.answer == .paid(money))
    }

    @Test(arguments: ["pending", "created", "unknown", "blessed"])
    func `a payment that is still open after the close is not closed`(status: String) throws {
        let talk = try closing([open, platform.payment(status, of: cny(1250))])

        #expect(talk.answer == .notYet("the payment is still \(status)"))
    }

    @Test func `a payment that nobody has seen is made with the same words and closed`() throws {
        let provider = try platform.provider(selling: .cny)
        let attempt = platform.attempt(of: cny(1250))

        let talk = try closing([absent, open, closed])

        let made = try request(provider.createPayment(for: attempt), 2)
        #expect(talk.answer == .closed)
        #expect(talk.lines == [ask, create, close])
        #expect(talk.requests[1] == made)
    }

    @Test func `each request has a nonce of its own`() throws {
        let talk = try closing([absent, open, closed])

        #expect(Set(talk.requests.map { $0.head.headerFields[.signatureInput] }).count == 3)
    }

    @Test func `a payment that was made closed needs no close`() throws {
        let talk = try closing([absent, closed])

        #expect(talk.answer == .closed)
        #expect(talk.lines == [ask, create])
    }

    @Test func `a payment that turns out to be paid when it is made again is paid`() throws {
        let talk = try closing([absent, paid])

        #expect(talk.answer == .paid(money))
    }

    @Test func `already paid is asked about`() throws {
        let talk = try closing([open, platform.problem("already_paid", 409), paid])

        #expect(talk.answer == .paid(money))
        #expect(talk.lines == [ask, close, ask])
    }

    @Test func `already paid is not closed, whatever an older state says`() throws {
        for older in [closed, open, absent] {
            let talk = try closing([open, platform.problem("already_paid", 409), older])

            guard case .notYet = talk.answer else {
                Issue.record("\(talk.answer)")
                continue
            }
        }
    }

    @Test func `already closed is closed once a query says so`() throws {
        let talk = try closing([open, platform.problem("already_closed", 409), closed])

        #expect(talk.answer == .closed)
    }

    @Test(arguments: ["already_paid", "already_closed"])
    func `without a trip left, what has ended is asked about next time`(code: String) throws {
        let talk = try closing([absent, open, platform.problem(code, 409)])

        guard case .notYet = talk.answer else {
            Issue.record("\(talk.answer)")
            return
        }
    }

    @Test(arguments: ["bad_signature", "velocity", "not_found", "device_not_bound", "too_early"])
    func `a refused close closes nothing`(code: String) throws {
        let talk = try closing([open, platform.problem(code, 409)], after: .seconds(250))

        guard case .notYet = talk.answer else {
            Issue.record("\(talk.answer)")
            return
        }
    }

    @Test(arguments: ["bad_signature", "velocity", "amount_limit", "device_not_bound"])
    func `a refused create closes only what has expired`(code: String) throws {
        let said = [absent, platform.problem(code, 422)]

        let early = try closing(said, after: .seconds(300))
        let late = try closing(said, after: .seconds(301))

        #expect(late.answer == .closed)
        guard case .notYet = early.answer else {
            Issue.record("\(early.answer)")
            return
        }
    }

    @Test func `both clocks have to say that it has expired`() throws {
        let said = [absent, platform.problem("velocity", 422)]

        let ours = try closing(said, after: .seconds(400), platformAfter: .seconds(200))
        let theirs = try closing(said, after: .seconds(200), platformAfter: .seconds(400))

        for talk in [ours, theirs] {
            guard case .notYet = talk.answer else {
                Issue.record("\(talk.answer)")
                continue
            }
        }
    }

    @Test(arguments: ["order_conflict", "already_paid", "already_closed"])
    func `a create that meets a payment of its number is no absence`(code: String) throws {
        let refusal = platform.problem(code, 409)

        let found = try closing([absent, refusal, paid], after: .seconds(400))
        let lost = try closing([absent, refusal, absent], after: .seconds(400))

        #expect(found.answer == .paid(money))
        guard case .notYet = lost.answer else {
            Issue.record("\(lost.answer)")
            return
        }
    }

    @Test(arguments: [
        ("rate_limited", 429, "not_done"), ("maintenance", 503, "not_done"),
        ("internal", 500, "unknown"),
        ("clock_skew", 401, "unknown"), ("nonce_reused", 401, "not_done"),
        ("velocity", 422, "unknown"),
        ("velocity", 422, nil),
    ])
    func `an unsure create closes nothing, however late`(
        code: String, status: Int, outcome: String?
    ) throws {
        let provider = try platform.provider(selling: .cny)
        let problem = platform.problem(code, status, outcome)

        for said in [[absent, problem], [open, problem]] {
            let error = try failure(
                provider.closePayment(of: platform.attempt(of: cny(1250))), said,
                at: Platform.start + .seconds(900))

            #expect(error != nil)
        }
    }

    @Test func `an answer about another payment closes nothing`() throws {
        let provider = try platform.provider(selling: .cny)
        let other = platform.payment("closed", of: cny(1250), id: "pay_8")

        let error = try failure(
            provider.closePayment(of: platform.attempt(of: cny(1250))), [open, other])

        #expect(error == .unreadable("the answer is about another id"))
    }
}
