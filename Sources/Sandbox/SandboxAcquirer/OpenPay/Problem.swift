// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// A refusal or failure as a problem document tells it.
///
/// Source: RFC 9457; OpenPay, section 2.
struct Problem: Error, Hashable, Sendable {
    /// The word that programs read.
    let code: ProblemCode
    /// What is wrong here and what to do.
    let detail: String
    /// The member, field or parameter that is wrong.
    var field: String?
    /// Whether the platform cannot say that nothing was done.
    var isUnknown = false
    /// When to come again, in milliseconds.
    var retryAfter: Int64?
    /// The status, where it is not the one of ``code``.
    var otherStatus: HTTPResponse.Status?
    /// The methods that the path knows, for 405.
    var allow: String?

    /// A problem after which nothing was done.
    init(_ code: ProblemCode, _ detail: String, field: String? = nil) {
        self.code = code
        self.detail = detail
        self.field = field
    }

    /// A request that breaks the form.
    static func invalid(_ field: String, _ why: String, status: HTTPResponse.Status? = nil) -> Problem {
        var problem = Problem(.invalidRequest, "\(field): \(why)", field: field)
        problem.otherStatus = status
        return problem
    }

    /// The status of the answer.
    var status: HTTPResponse.Status { otherStatus ?? code.status }

    /// The problem document.
    func document(now: Int64) -> JSONValue {
        .object(
            ("type", .string("urn:openpay:problem:\(code.rawValue)")),
            ("title", .string(code.title)),
            ("status", .integer(Int64(status.code))),
            ("detail", .string(detail)),
            ("code", .string(code.rawValue)),
            ("outcome", .string(isUnknown ? "unknown" : "not_done")),
            ("field", field.map { .string($0) }),
            ("retry_after_ms", retryAfter.map { .integer($0) }),
            ("server_time", .string(RFC3339.text(now))))
    }
}
