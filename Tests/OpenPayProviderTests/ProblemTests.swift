// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

/// Each code of the specification, with its usual status and what it means when nothing was done.
@Suite struct `What a problem means` {
    enum Meaning: Sendable { case refused, busy, unsure }

    static let codes: [(code: String, status: Int, toDo: Meaning, toAsk: Meaning)] = [
        ("bad_signature", 401, .refused, .refused), ("clock_skew", 401, .unsure, .refused),
        ("nonce_reused", 401, .unsure, .refused), ("address_refused", 403, .refused, .refused),
        ("device_not_bound", 403, .refused, .refused),
        ("second_factor_required", 403, .refused, .refused),
        ("order_conflict", 409, .refused, .refused), ("already_paid", 409, .refused, .refused),
        ("already_closed", 409, .refused, .refused), ("amount_limit", 422, .refused, .refused),
        ("daily_quota", 422, .refused, .refused), ("velocity", 422, .refused, .refused),
        ("payer_insufficient", 402, .refused, .refused),
        ("payer_declined", 402, .refused, .refused),
        ("agreement_revoked", 422, .refused, .refused),
        ("agreement_limit", 422, .refused, .refused),
        ("refund_exceeds", 409, .refused, .refused), ("rate_limited", 429, .busy, .busy),
        ("maintenance", 503, .busy, .busy), ("internal", 500, .unsure, .unsure),
        ("a_word_of_tomorrow", 418, .refused, .refused),
        ("a_word_of_tomorrow", 502, .unsure, .unsure),
    ]

    let platform = Platform()
    let attempt = Platform().attempt(of: cny(1250))
    let refund = Platform().refund(of: cny(250), from: Platform().attempt(of: cny(1250)))

    func toDo(_ said: Said) throws -> [ProviderError?] {
        let provider = try platform.provider(selling: .cny)
        return [
            try failure(provider.createPayment(for: attempt), [said]),
            try failure(provider.refund(refund, of: attempt), [said]),
        ]
    }

    func toAsk(_ said: Said) throws -> [ProviderError?] {
        let provider = try platform.provider(selling: .cny)
        return [
            try failure(provider.queryPayment(of: attempt), [said]),
            try failure(provider.queryRefund(refund, of: attempt), [said]),
            try failure(provider.closePayment(of: attempt), [said]),
        ]
    }

    func error(_ meaning: Meaning, _ code: String) -> ProviderError {
        switch meaning {
        case .refused: .refused(code: code, message: "no")
        case .busy: .busy(code: code, retryAfter: nil)
        case .unsure: .acquirerUnsure(code: code)
        }
    }

    @Test(arguments: codes)
    func `not done is refused, busy or unsure, by its code`(
        code: String, status: Int, toDo: Meaning, toAsk: Meaning
    ) throws {
        let said = platform.problem(code, status)

        let doing = try self.toDo(said)
        let asking = try self.toAsk(said)

        #expect(doing.allSatisfy { $0 == error(toDo, code) }, "\(doing)")
        #expect(asking.allSatisfy { $0 == error(toAsk, code) }, "\(asking)")
    }

    @Test(arguments: codes)
    func `unknown is unsure, whatever the code`(
        code: String, status: Int, toDo: Meaning, toAsk: Meaning
    ) throws {
        for outcome in ["unknown", "perhaps", ""] {
            let said = platform.problem(code, status, outcome)

            let errors = try self.toDo(said) + self.toAsk(said)

            #expect(errors.allSatisfy { $0 == .acquirerUnsure(code: code) }, "\(errors)")
        }
    }

    @Test(arguments: codes)
    func `without an outcome, what was to be done may have been`(
        code: String, status: Int, toDo: Meaning, toAsk: Meaning
    ) throws {
        let said = platform.problem(code, status, nil)

        let doing = try self.toDo(said)
        let asking = try self.toAsk(said)

        #expect(doing.allSatisfy { $0?.consequence == .moneyMayHaveMoved }, "\(doing)")
        #expect(asking.allSatisfy { $0 == error(toAsk, code) }, "\(asking)")
    }

    @Test(arguments: codes)
    func `no problem closes an open payment`(
        code: String, status: Int, toDo: Meaning, toAsk: Meaning
    ) throws {
        let provider = try platform.provider(selling: .cny)
        let open = platform.payment("pending", of: cny(1250))

        for outcome in ["not_done", "unknown", nil] {
            let said = [open, platform.problem(code, status, outcome)]

            let answer = try answer(
                provider.closePayment(of: attempt), said, at: Platform.start + .seconds(900))

            if case .closed = answer { Issue.record("\(code) closes") }
        }
    }

    @Test(arguments: [
        (#","retry_after_ms":1500"#, Duration.milliseconds(1500)), (#","retry_after_ms":0"#, .zero),
        (#","retry_after_ms":-1"#, nil), (#","retry_after_ms":86400001"#, nil), ("", nil),
    ])
    func `a pause is as long as the platform says, up to a day`(member: String, pause: Duration?)
        throws
    {
        let said = platform.problem("rate_limited", 429, more: member)

        let errors = try toDo(said) + toAsk(said)

        #expect(errors.allSatisfy { $0 == .busy(code: "rate_limited", retryAfter: pause) })
    }

    @Test(arguments: [
        "{}", "[]", "", #"{"code":7}"#, #"{"code":""}"#, #"{"code":"two words"}"#, "<html>",
    ])
    func `a signed problem that makes no sense is unreadable`(body: String) throws {
        for status in [400, 404, 500] {
            let errors = try toDo(Said(status, body)) + toAsk(Said(status, body))

            #expect(
                errors.allSatisfy { error in
                    if case .unreadable = error { true } else { false }
                }, "\(errors)")
        }
    }

    @Test(arguments: [300, 302, 304])
    func `a signed status that is neither success nor problem is unreadable`(status: Int) throws {
        let said = platform.payment("paid", of: cny(1250)).with { $0.status = status }

        let errors = try toDo(said) + toAsk(said)

        #expect(errors.allSatisfy { $0 == .unreadable("http status \(status)") })
    }

    @Test func `a message is one line and not too long`() throws {
        let detail = String(repeating: "x", count: 500)
        let said = platform.problem("velocity", 422, more: #","detail":"a\n\u0007\#(detail)""#)

        let error = try #require(try toDo(said).first)

        #expect(error == .refused(code: "velocity", message: "a  " + detail.prefix(197)))
    }
}
