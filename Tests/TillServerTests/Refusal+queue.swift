// SPDX-License-Identifier: Apache-2.0

import TillAPI

extension Refusal {
    private static let why = #"{"why":"a test"}"#

    /// What is refused about the queue: row 1 is an opened order's, row 2 its deadline, and row 3
    /// a presented order's.
    static let queue: [Refusal] = [
        Refusal(.post("/v1/queue/99/hold", why), .noSuchWork),
        Refusal(.post("/v1/queue/1/hold", why), .noSuchWork),
        Refusal(.post("/v1/queue/99/release"), .noSuchWork),
        Refusal(.post("/v1/queue/2/hold", why), .cannotHold),
        Refusal(.post("/v1/queue/clock/hold", why), .cannotHold),
        Refusal(.post("/v1/queue/{order}/hold", why), .cannotHold, when: .cancelled),
        Refusal(.post("/v1/queue/01J/hold", why), .noSuchOrder),
        Refusal(.post("/v1/queue/99999999999999999999/hold", why), .noSuchOrder),
        Refusal(.post("/v1/queue/-3/hold", why), .noSuchOrder),
        Refusal(.post("/v1/queue/01J/release"), .noSuchOrder),
        Refusal(.post("/v1/queue/flush", #"{"order":"01J"}"#), .noSuchOrder),
        Refusal(.post("/v1/queue/3/hold"), .missingField, "why"),
        Refusal(.post("/v1/queue/3/hold", #"{"why":""}"#), .invalidValue, "why"),
        Refusal(.post("/v1/queue/3/hold", #"{"why":"a","by":"a\nb"}"#), .invalidValue, "by"),
        Refusal(.post("/v1/queue/3/hold", #"{"why":"a","for":1}"#), .unknownField, "for"),
        Refusal(.post("/v1/queue/flush", #"{"all":true}"#), .unknownField, "all"),
        Refusal(.post("/v1/drain", #"{"why":7}"#), .wrongType, "why"),
        Refusal(.post("/v1/drain/end", #"{"why":"a"}"#), .unknownField, "why"),
        Refusal(.get("/v1/queue?lane=cash"), .invalidValue, "lane"),
        Refusal(.get("/v1/queue?held=maybe"), .invalidValue, "held"),
        Refusal(.get("/v1/queue?limit=0"), .invalidValue, "limit"),
        Refusal(.get("/v1/queue?limit=501"), .invalidValue, "limit"),
        Refusal(.get("/v1/queue?after=-1"), .invalidValue, "after"),
        Refusal(.get("/v1/drain?wait=61"), .invalidValue, "wait"),
        Refusal(
            .post("/v1/queue/3/hold", why, key: nil), .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(
            .post("/v1/queue/3/release", key: nil), .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(.post("/v1/queue/flush", key: nil), .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(.post("/v1/drain", key: nil), .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(.post("/v1/drain/end", key: nil), .idempotencyKeyMissing, "Idempotency-Key"),
        Refusal(.get("/v1/queue/3/hold"), .methodNotAllowed),
        Refusal(Ask(method: "DELETE", path: "/v1/drain"), .methodNotAllowed),
        Refusal(.get("/v1/queue/3"), .noSuchRoute),
    ]
}
