// SPDX-License-Identifier: Apache-2.0
import CCurl
import HTTPTypes

/// One transfer in libcurl, from its options to its result. It lives on the loop's thread alone.
final class Exchange {
    /// The transfer in libcurl.
    let easy: UnsafeMutableRawPointer
    /// What is sent and within which limits.
    let plan: RequestPlan
    /// The request fields, which libcurl reads while the transfer lasts.
    var fields: UnsafeMutablePointer<curl_slist>?
    /// Where libcurl writes the reason of a failure.
    let report: UnsafeMutablePointer<CChar>
    private var head = AnswerHead()
    private var body: [UInt8] = []
    private var isBodyTooLong = false
    private var hasBegun = false
    private var refused: NetworkAddress?

    /// Takes a transfer; nil when libcurl has no memory left.
    init?(_ plan: RequestPlan) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        self.plan = plan
        report = .allocate(capacity: Int(CURL_ERROR_SIZE))
        report.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(fields)
        report.deallocate()
    }

    /// Lets the request out; false when it has been out before and must not go again.
    func begin() -> Bool {
        if hasBegun && !plan.isQuery { return false }
        hasBegun = true
        return true
    }

    /// Notes an address that the request may not go to.
    func refuse(_ address: NetworkAddress) {
        refused = address
    }

    /// Takes one line of the answer's head; false ends the transfer.
    func takeHead(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        head.take(line)
    }

    /// Takes a part of the answer's body; false ends the transfer.
    func takeBody(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard part.count <= plan.limit.answerBytes - body.count else {
            isBodyTooLong = true
            return false
        }
        body.append(contentsOf: part)
        return true
    }

    /// What a finished transfer amounts to.
    func result(_ code: CURLcode) -> Result<TransportAnswer, TransportError> {
        if head.isTooLong { return .failure(.tooLong(limit: AnswerHead.longest)) }
        if isBodyTooLong { return .failure(.tooLong(limit: plan.limit.answerBytes)) }
        if let refused, !hasBegun { return .failure(.notSent("a connection to \(refused) is not allowed")) }
        guard code == CURLE_OK else {
            return .failure(
                failure(report.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: report)))
        }
        guard let response = head.response else { return .failure(.noAnswer("the answer's head makes no sense")) }
        return .success(TransportAnswer(head: response, body: body))
    }

    /// The error for a transfer that failed or is ended: once libcurl was let to write, the request may have arrived.
    func failure(_ why: String) -> TransportError {
        hasBegun ? .noAnswer(why) : .notSent(why)
    }
}
