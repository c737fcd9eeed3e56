// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Synchronization
import Testing
import TillCore

@testable import PaymentService

/// Ends each hop as it is told, the first one first.
private final class Hops: Transport {
    private let ends: Mutex<[ProviderError?]>
    private let asked = Mutex(0)

    init(_ ends: [ProviderError?]) { self.ends = Mutex(ends) }

    var count: Int { asked.withLock { $0 } }

    func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
        asked.withLock { $0 += 1 }
        let end = ends.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if let end { throw end }
        return ProviderReply(head: HTTPResponse(status: .ok), body: [], request: request)
    }
}

@Suite struct `Carrying out an exchange` {
    /// An exchange that takes as many round trips as said.
    private func exchange(hops: Int, host: String = "a.invalid") -> Exchange<Int> {
        guard hops > 0 else { return .answered(7) }
        return .send(
            make: { _ throws(ProviderError) in
                ProviderRequest(
                    head: HTTPRequest(method: .get, scheme: "https", authority: host, path: "/"),
                    body: [], isQuery: true)
            },
            read: { _, _ throws(ProviderError) in exchange(hops: hops - 1, host: host) })
    }

    private func answer(_ hops: Int, _ line: Hops, host: String = "a.invalid") async
        -> Result<Int, ProviderError>
    {
        let client = ProviderClient(
            transport: line, moment: { Moment(now: Timestamp(milliseconds: 0), nonce: []) })
        do throws(ProviderError) {
            return .success(
                try await client.answer(to: exchange(hops: hops, host: host), within: ["a.invalid"]))
        } catch {
            return .failure(error)
        }
    }

    @Test(arguments: 0...3) func `up to three round trips make an answer`(hops: Int) async {
        let line = Hops([])

        let answer = await answer(hops, line)

        #expect(answer == .success(7))
        #expect(line.count == hops)
    }

    @Test func `a fourth is not made, and the money may have moved`() async throws {
        let line = Hops([])

        let answer = await answer(4, line)

        #expect(answer == .failure(.unreadable("no answer after 3 round trips")))
        #expect(line.count == 3)
    }

    @Test(arguments: ["b.invalid", "a.invalid:8443", "a.invalid.evil.example", ""])
    func `nothing is sent to a host that is not the account's`(host: String) async {
        let line = Hops([])

        let answer = await answer(1, line, host: host)

        #expect(
            answer == .failure(.misconfigured("the host \(host) among the account's")))
        #expect(line.count == 0)
    }

    @Test func `a first hop that could not leave did nothing`() async {
        let answer = await answer(2, Hops([.unreachable("no route")]))

        #expect(answer == .failure(.unreachable("no route")))
    }

    @Test(arguments: [
        ProviderError.unreachable("no route"), .busy(code: "b", retryAfter: nil),
        .misconfigured("a key"), .refused(code: "no", message: "no"),
    ])
    func `a later hop cannot say that nothing happened`(error: ProviderError) async {
        let answer = await answer(2, Hops([nil, error]))

        #expect(answer == .failure(.noReply("\(error)")))
    }

    @Test func `what a later hop leaves in doubt keeps its words`() async {
        let answer = await answer(2, Hops([nil, .forged("no signature")]))

        #expect(answer == .failure(.forged("no signature")))
    }
}
