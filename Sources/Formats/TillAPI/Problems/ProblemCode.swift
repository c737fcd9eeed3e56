// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a request, as one word that programs can switch over.
///
/// The raw value is the member `code` of a problem: `"already_paid"`.
public enum ProblemCode: String, Codable, Sendable, Hashable, CaseIterable {
    /// The body is not JSON, or not UTF-8; HTTP 400.
    case malformed
    /// A member is not part of the message; HTTP 400.
    case unknownField = "unknown_field"
    /// A member is of another kind than it must be; HTTP 400.
    case wrongType = "wrong_type"
    /// A member that must be there is not; HTTP 400.
    case missingField = "missing_field"
    /// An amount that cannot be sold; HTTP 422.
    case invalidAmount = "invalid_amount"
    /// A currency that this terminal does not know; HTTP 422.
    case unknownCurrency = "unknown_currency"
    /// A member is too long, too large or of a wrong form; HTTP 422.
    case invalidValue = "invalid_value"
    /// A write came without its `Idempotency-Key`; HTTP 400.
    case idempotencyKeyMissing = "idempotency_key_missing"
    /// The key was used for another request; HTTP 422.
    case idempotencyConflict = "idempotency_conflict"
    /// The first request with this key still runs; HTTP 409.
    case idempotencyInProgress = "idempotency_in_progress"
    /// There is no such sale; HTTP 404.
    case noSuchOrder = "no_such_order"
    /// There is no such hold; HTTP 404.
    case noSuchHold = "no_such_hold"
    /// There is no such row in the queue, or it is done; HTTP 404.
    case noSuchWork = "no_such_work"
    /// There is no printer or display of that name; HTTP 404.
    case noSuchDevice = "no_such_device"
    /// There is no token of that name; HTTP 404.
    case noSuchToken = "no_such_token"
    /// There is no such webhook; HTTP 404.
    case noSuchWebhook = "no_such_webhook"
    /// There is nothing at this path; HTTP 404.
    case noSuchRoute = "no_such_route"
    /// The path knows other methods; HTTP 405.
    case methodNotAllowed = "method_not_allowed"
    /// The sale is paid already; HTTP 409.
    case alreadyPaid = "already_paid"
    /// The sale is over already; HTTP 409.
    case alreadyOver = "already_over"
    /// One sale has had as many of this as it may have; HTTP 409.
    case limitReached = "limit_reached"
    /// The sale is not paid; HTTP 409.
    case notPaid = "not_paid"
    /// More is asked back than is left; HTTP 422.
    case refundExceeds = "refund_exceeds"
    /// There is no such account; HTTP 422.
    case noSuchAccount = "no_such_account"
    /// As many sales are open as the settings allow; HTTP 429.
    case tooManyOpenOrders = "too_many_open_orders"
    /// As many read events as may at once; HTTP 429.
    case tooManyReaders = "too_many_readers"
    /// A webhook may not be sent to that place; HTTP 422.
    case targetRefused = "target_refused"
    /// It cannot be held: it owes nothing, or it is a deadline; HTTP 409.
    case cannotHold = "cannot_hold"
    /// The hold does not offer this decision; HTTP 422.
    case decisionDoesNotFit = "decision_does_not_fit"
    /// There is a token of that name; HTTP 409.
    case tokenExists = "token_exists"
    /// The body is larger than the limit; HTTP 413.
    case tooLarge = "too_large"
    /// The body does not say that it is JSON; HTTP 415.
    case unsupportedMediaType = "unsupported_media_type"
    /// The token is missing or wrong; HTTP 401.
    case unauthorized
    /// Whoever asks has none of the roles that the request needs; HTTP 403.
    case forbidden
    /// The `Host` is not ours; HTTP 421.
    case hostRefused = "host_refused"
    /// The `Origin` is not ours; HTTP 403.
    case originRefused = "origin_refused"
    /// The daemon takes no such request now; HTTP 503.
    case unavailable
    /// No sale is opened because the clock cannot be believed; HTTP 503.
    case clockImplausible = "clock_implausible"
    /// No sale is opened because the ledger's disk failed; HTTP 503.
    case outOfOrder = "out_of_order"
    /// No sale is opened because the ledger's disk is nearly full; HTTP 503.
    case diskLow = "disk_low"
    /// No sale is opened because the terminal is being taken out of service; HTTP 503.
    case draining
    /// Something broke inside the daemon; HTTP 500.
    case internalError = "internal"
}

extension ProblemCode {
    /// The HTTP status that the code is sent with: `409`.
    public var status: Int {
        switch self {
        case .malformed, .unknownField, .wrongType, .missingField, .idempotencyKeyMissing: 400
        case .unauthorized: 401
        case .originRefused, .forbidden: 403
        case .noSuchOrder, .noSuchHold, .noSuchWork, .noSuchDevice, .noSuchToken, .noSuchWebhook, .noSuchRoute: 404
        case .methodNotAllowed: 405
        case .idempotencyInProgress, .alreadyPaid, .alreadyOver, .notPaid, .limitReached,
            .cannotHold, .tokenExists:
            409
        case .tooLarge: 413
        case .unsupportedMediaType: 415
        case .hostRefused: 421
        case .invalidAmount, .unknownCurrency, .invalidValue, .idempotencyConflict,
            .refundExceeds, .noSuchAccount, .decisionDoesNotFit, .targetRefused:
            422
        case .tooManyOpenOrders, .tooManyReaders: 429
        case .internalError: 500
        case .unavailable, .clockImplausible, .outOfOrder, .diskLow, .draining: 503
        }
    }

    /// The phrase of that status: `"Conflict"`.
    ///
    /// Source: RFC 9110, section 15, and RFC 6585, section 4.
    public var phrase: String {
        switch status {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 421: "Misdirected Request"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 503: "Service Unavailable"
        default: "Internal Server Error"
        }
    }
}
