// SPDX-License-Identifier: Apache-2.0

import TillAPI

extension FuzzTarget {
    /// The body of a request to the local API, after a line that says of which.
    static let requestBody = FuzzTarget(
        "request-body",
        words: [
            "open\n", "attempt\n", "refund\n", "settle\n", "empty\n", "\"amount\":", "\"value\":", "\"decimal\":",
            "\"currency\":", "\"CNY\"", "\"12.50\"", "1250", "\"subject\":", "\"reference\":", "\"account\":",
            "\"deadline_seconds\":", "300", "\"metadata\":", "\"note\":", "\"decision\":", "\"give_back\"", "{", "}",
            "[",
            "]", ",", ":", "\\u8336", "\\ud83c\\udf75",
        ]
    ) { input in
        let end = input.firstIndex(of: UInt8(ascii: "\n")) ?? input.endIndex
        let body = Array(input.dropFirst(end + 1))
        switch String(decoding: input[..<end], as: UTF8.self) {
        case "open": return RequestJudge.verdict(on: body, as: OpenOrderRequest.self)
        case "attempt": return RequestJudge.verdict(on: body, as: NewAttemptRequest.self)
        case "refund": return RequestJudge.verdict(on: body, as: RefundRequest.self)
        case "settle": return RequestJudge.verdict(on: body, as: SettleHoldRequest.self)
        case "empty": return RequestJudge.verdict(on: body, as: EmptyRequest.self)
        default: return .refused
        }
    }
}
