// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport
import HTTPTypes

/// What came of a delivery that was tried.
package enum DeliveryVerdict: Sendable, Hashable {
    /// The endpoint took it.
    case delivered
    /// The endpoint wants nothing any more.
    case gone
    /// It did not take it; `isOut` if it does not take anything now, with how long it wants to be left alone.
    case failed(String, isOut: Bool, wish: Duration?)

    /// Judges an answer, or that none came.
    ///
    /// Source: Standard Webhooks 1.0.0, delivery success and failure.
    package init(_ result: Result<TransportAnswer, TransportError>) {
        switch result {
        case .success(let answer):
            self = Self.judged(answer.head)
        case .failure(.tooLong(let limit)):
            self = .failed(
                "its answer is longer than \(limit) bytes: answer with a status alone", isOut: false, wish: nil)
        case .failure(let error): self = .failed("\(error)", isOut: true, wish: nil)
        }
    }

    private static func judged(_ head: HTTPResponse) -> DeliveryVerdict {
        let status = head.status.code
        switch status {
        case 200...299: return .delivered
        case 410: return .gone
        case 300...399:
            return .failed(
                "it answered \(status), which leads elsewhere and is not followed: add the place itself", isOut: false,
                wish: nil)
        case 429, 502, 503, 504: return .failed("it answered \(status)", isOut: true, wish: wish(in: head))
        default: return .failed("it answered \(status)", isOut: false, wish: nil)
        }
    }

    /// The seconds that the endpoint asks for; a date is not read, since two clocks would have to agree.
    ///
    /// Source: RFC 9110, section 10.2.3.
    private static func wish(in head: HTTPResponse) -> Duration? {
        guard let text = head.headerFields[.retryAfter], (1...9).contains(text.utf8.count), let seconds = Int64(text),
            seconds >= 0
        else { return nil }
        return .seconds(seconds)
    }

    /// What came of it, for people.
    package var sentence: String {
        switch self {
        case .delivered: "it was taken"
        case .gone: "it answered 410 Gone"
        case .failed(let why, _, _): why
        }
    }
}
