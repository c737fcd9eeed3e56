// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import HTTPTypes
import Testing

@testable import WebhookService

@Suite struct `The plan of tries` {
    @Test func `is ten tries in 75 hours and 35 minutes, or up to a tenth more`() {
        let plain: [Duration] = (1...9).compactMap { RetryPlan.pause(after: $0, chance: [0, 0]) }
        let longest: [Duration] = (1...9).compactMap { RetryPlan.pause(after: $0, chance: [0x03, 0xE7]) }

        let seconds: [Int64] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
        #expect(plain == seconds.map { Duration.seconds($0) })
        #expect(plain.reduce(.zero, +) == .seconds(272_105))
        for (pause, longer) in zip(plain, longest) { #expect(longer > pause && longer < pause + pause / 10) }
        #expect(RetryPlan.pause(after: 10, chance: [0, 0]) == nil)
        #expect(RetryPlan.pause(after: 0, chance: [0, 0]) == nil)
    }

    @Test func `leaves an endpoint alone for longer and longer, but for no more than an hour`() {
        let rests: [Duration] = (1...9).map { RetryPlan.rest(after: $0, wish: nil) }

        let seconds: [Int64] = [5, 10, 20, 40, 80, 160, 300, 300, 300]
        #expect(rests == seconds.map { Duration.seconds($0) })
        #expect(RetryPlan.rest(after: 1, wish: .seconds(60)) == .seconds(60))
        #expect(RetryPlan.rest(after: 1, wish: .seconds(999_999)) == .seconds(3600))
    }

    @Test(arguments: 200...299) func `any 2xx is delivered`(status: Int) {
        #expect(DeliveryVerdict(answer(status)) == .delivered)
    }

    @Test(arguments: [
        (300, false), (301, false), (302, false), (304, false), (307, false), (400, false), (401, false), (404, false),
        (429, true), (500, false), (501, false), (502, true), (503, true), (504, true),
    ])
    func `anything else is not, and some say that the endpoint is out`(status: Int, isOut: Bool) {
        guard case .failed(let why, let out, _) = DeliveryVerdict(answer(status)) else {
            Issue.record("\(status) was taken for delivered")
            return
        }

        #expect(why.contains("\(status)"))
        #expect(out == isOut)
    }

    @Test func `410 means that nothing is wanted any more`() {
        #expect(DeliveryVerdict(answer(410)) == .gone)
    }

    @Test(arguments: [("120", 120), ("0", 0)]) func `a wish for seconds is heard`(text: String, seconds: Int) {
        #expect(DeliveryVerdict(answer(503, text)) == .failed("it answered 503", isOut: true, wish: .seconds(seconds)))
    }

    @Test(arguments: ["soon", "-1", "1e3", "Wed, 21 Oct 2015 07:28:00 GMT", "99999999999999999999"])
    func `a wish that is none is not`(text: String) {
        #expect(DeliveryVerdict(answer(503, text)) == .failed("it answered 503", isOut: true, wish: nil))
    }

    private func answer(_ status: Int, _ retryAfter: String? = nil) -> Result<TransportAnswer, TransportError> {
        var head = HTTPResponse(status: HTTPResponse.Status(code: status))
        head.headerFields[.retryAfter] = retryAfter
        return .success(TransportAnswer(head: head, body: []))
    }
}
