// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport
package import ProviderKit

/// The way to acquirers over HTTP.
package struct AcquirerLine: Transport {
    private let http: HTTPTransport

    /// Takes the transport, which it shares with nobody else.
    package init(http: HTTPTransport) { self.http = http }

    package func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
        let outgoing = TransportRequest(
            head: request.head, body: request.body, isQuery: request.isQuery,
            limit: TransportLimits(
                total: request.replyLimit.time, answerBytes: request.replyLimit.bytes))
        do throws(TransportError) {
            let answer = try await http.send(outgoing)
            return ProviderReply(head: answer.head, body: answer.body, request: request)
        } catch {
            switch error {
            case .notSent(let why): throw .unreachable(why)
            case .noAnswer(let why): throw .noReply(why)
            case .tooLong(let limit): throw .unreadable("a reply of more than \(limit) bytes")
            case .badRequest(let why): throw .misconfigured("a request that can be sent: \(why)")
            case .stopped: throw .unreachable("the daemon is ending")
            }
        }
    }
}
