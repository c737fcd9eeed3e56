// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TillAPI

@Suite struct `Problem codes` {
    /// The agreed table, written out a second time.
    static let table: [String: Int] = [
        "malformed": 400, "unknown_field": 400, "wrong_type": 400, "missing_field": 400,
        "idempotency_key_missing": 400, "unauthorized": 401, "origin_refused": 403, "forbidden": 403,
        "no_such_order": 404,
        "no_such_hold": 404, "no_such_work": 404, "no_such_device": 404, "no_such_token": 404, "no_such_webhook": 404,
        "no_such_route": 404,
        "method_not_allowed": 405,
        "idempotency_in_progress": 409,
        "already_paid": 409, "already_over": 409, "limit_reached": 409, "not_paid": 409,
        "cannot_hold": 409, "token_exists": 409, "too_large": 413, "unsupported_media_type": 415,
        "host_refused": 421,
        "invalid_amount": 422, "unknown_currency": 422, "invalid_value": 422,
        "idempotency_conflict": 422,
        "refund_exceeds": 422, "no_such_account": 422, "decision_does_not_fit": 422,
        "too_many_open_orders": 429, "too_many_readers": 429, "target_refused": 422, "internal": 500,
        "unavailable": 503,
        "clock_implausible": 503, "out_of_order": 503, "disk_low": 503, "draining": 503,
    ]

    @Test func `each agreed code has its agreed status, and there is no other`() {
        let ours = Dictionary(
            uniqueKeysWithValues: ProblemCode.allCases.map { ($0.rawValue, $0.status) })

        #expect(ours == Self.table)
    }

    @Test func `a title is the phrase of the status`() {
        #expect(Problem(.hostRefused, "-").title == "Misdirected Request")
        #expect(Problem(.tooLarge, "-").title == "Content Too Large")
        #expect(Problem(.internalError, "-").title == "Internal Server Error")
        #expect(
            ProblemCode.allCases.filter { $0.status != 500 }.allSatisfy {
                $0.phrase != "Internal Server Error"
            })
    }

    @Test func `the sentence names the field once`() {
        #expect(
            Problem(.invalidValue, "is too long", field: "note").description == "note: is too long")
        #expect(
            Problem(.invalidValue, "note is too long", field: "note").description
                == "note is too long")
    }

    @Test(arguments: ["", "a\u{1F}", "é", String(repeating: "k", count: 129)])
    func `an idempotency key that cannot be a header is refused`(text: String) {
        let problem = #expect(throws: Problem.self) { try IdempotencyKey(text) }

        #expect(problem?.code == .invalidValue)
        #expect(problem?.field == "Idempotency-Key")
    }

    @Test func `only the five ends of a sale are final`() {
        let final = OrderStatus.known.filter(\.isFinal)

        #expect(final == [.paid, .notPaid, .paidLate, .accepted, .needsPerson])
    }
}
