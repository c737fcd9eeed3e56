// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// The words that say what went wrong, each with its HTTP status.
///
/// Source: OpenPay, section 2. `invalid_request` is this platform's own word for what breaks the form of a request.
enum ProblemCode: String, Sendable, Hashable, CaseIterable {
    case badSignature = "bad_signature"
    case clockSkew = "clock_skew"
    case nonceReused = "nonce_reused"
    case addressRefused = "address_refused"
    case orderConflict = "order_conflict"
    case amountLimit = "amount_limit"
    case dailyQuota = "daily_quota"
    case velocity
    case payerInsufficient = "payer_insufficient"
    case payerDeclined = "payer_declined"
    case refundExceeds = "refund_exceeds"
    case notFound = "not_found"
    case rateLimited = "rate_limited"
    case maintenance
    case internalFault = "internal"
    case invalidRequest = "invalid_request"

    /// The status that goes with the word unless a problem says otherwise.
    var status: HTTPResponse.Status {
        switch self {
        case .badSignature, .clockSkew, .nonceReused: .unauthorized
        case .addressRefused: .forbidden
        case .orderConflict, .refundExceeds: .conflict
        case .amountLimit, .dailyQuota, .velocity: .unprocessableContent
        case .payerInsufficient, .payerDeclined: HTTPResponse.Status(code: 402, reasonPhrase: "Payment Required")
        case .notFound: .notFound
        case .rateLimited: .tooManyRequests
        case .maintenance: .serviceUnavailable
        case .internalFault: .internalServerError
        case .invalidRequest: .badRequest
        }
    }

    /// The problem document's title.
    var title: String {
        switch self {
        case .badSignature: "the signature does not verify"
        case .clockSkew: "the signature is too old or from the future"
        case .nonceReused: "the nonce has been used"
        case .addressRefused: "the address may not call"
        case .orderConflict: "the number is taken by other content"
        case .amountLimit: "the amount is out of bounds"
        case .dailyQuota: "the quota of the day is used up"
        case .velocity: "it looks like fraud"
        case .payerInsufficient: "the payer has no money"
        case .payerDeclined: "the payer declined"
        case .refundExceeds: "the refund exceeds what is left"
        case .notFound: "there is no such thing"
        case .rateLimited: "too many requests"
        case .maintenance: "down for maintenance"
        case .internalFault: "internal fault"
        case .invalidRequest: "the request breaks the form"
        }
    }
}
