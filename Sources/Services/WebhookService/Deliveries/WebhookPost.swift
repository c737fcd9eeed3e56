// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport
import HTTPTypes
import Signing
import TillAPI
package import TillCore
package import TillStore

/// How endpoints are told: what a message says, where it may go, how it is signed and sent.
package struct WebhookPost: Sendable {
    let ledger: Ledger
    let rule: TargetRule
    let seed: @Sendable (_ makesIt: Bool) -> WebhookSeed?
    let body: @Sendable (JournalEvent, Order?) throws -> [UInt8]
    let randomBytes: @Sendable (Int) -> [UInt8]
    let program: String
    let send: @Sendable (TransportRequest) async -> Result<TransportAnswer, TransportError>

    /// Puts it together.
    ///
    /// - Parameters:
    ///   - seed: what secrets are made of, made if it is not there and that is asked for; nil if it cannot be had.
    ///   - body: what an endpoint is told of an event, with its order as it was then.
    ///   - randomBytes: as many random bytes as asked for.
    ///   - program: what the messages say that sends them, such as `tilld/0.1.0`.
    ///   - send: sends a request once, to no other address than one that the request admits.
    package init(
        ledger: Ledger, rule: TargetRule, seed: @escaping @Sendable (_ makesIt: Bool) -> WebhookSeed?,
        body: @escaping @Sendable (JournalEvent, Order?) throws -> [UInt8],
        randomBytes: @escaping @Sendable (Int) -> [UInt8], program: String,
        send: @escaping @Sendable (TransportRequest) async -> Result<TransportAnswer, TransportError>
    ) {
        self.ledger = ledger
        self.rule = rule
        self.seed = seed
        self.body = body
        self.randomBytes = randomBytes
        self.program = program
        self.send = send
    }

    /// How long an endpoint may take, and how much it may answer, which nobody reads.
    ///
    /// Source: Standard Webhooks 1.0.0, request timeouts.
    package static let limits = TransportLimits(connect: .seconds(5), total: .seconds(15), answerBytes: 65_536)

    /// That an endpoint's secret cannot be made any more.
    struct LostSecret: Error {}

    /// Sends a message to an endpoint once.
    ///
    /// - Returns: the status, if an answer came, and what it means.
    /// - Throws: ``LostSecret`` if the seed is gone or another one; nothing was sent then.
    func send(_ message: String, _ body: [UInt8], to endpoint: Endpoint) async throws -> (Int?, DeliveryVerdict) {
        let target: WebhookTarget
        do throws(TargetFault) {
            target = try WebhookTarget(endpoint.url)
            try rule.check(target)
        } catch {
            // The settings may have changed since it was added.
            return (nil, .failed("not sent: \(error)", isOut: false, wish: nil))
        }
        let result = await send(
            TransportRequest(
                head: try head(message, body, endpoint, target), body: body, admits: rule.admission(to: target),
                limit: Self.limits))
        let status = if case .success(let answer) = result { Optional(answer.head.status.code) } else { Int?.none }
        return (status, DeliveryVerdict(result))
    }

    private func head(_ message: String, _ body: [UInt8], _ endpoint: Endpoint, _ target: WebhookTarget) throws
        -> HTTPRequest
    {
        // Seconds of the wall clock at this try, since that is what a receiver compares with its own.
        let seconds = ledger.wall.milliseconds / 1000
        var head = HTTPRequest(
            method: .post, scheme: target.isSecure ? "https" : "http", authority: target.authority, path: target.path)
        head.headerFields[.contentType] = "application/json"
        head.headerFields[.userAgent] = program
        head.headerFields[.webhookID] = message
        head.headerFields[.webhookTimestamp] = "\(seconds)"
        head.headerFields[.webhookSignature] = try signatures(message, seconds, body, endpoint)
        return head
    }

    private func signatures(_ message: String, _ seconds: Int64, _ body: [UInt8], _ endpoint: Endpoint) throws
        -> String
    {
        guard let seed = seed(false) else { throw LostSecret() }
        let secrets = endpoint.valid(at: ledger.time.now).compactMap { $0.bytes(of: seed) }
        // With the old one alone a receiver that has the new one would refuse for good.
        guard let newest = endpoint.secrets.first, newest.bytes(of: seed) != nil else { throw LostSecret() }
        return secrets.map { StandardWebhook.sign(id: message, timestamp: seconds, body: body, secret: $0) }
            .joined(separator: " ")
    }
}
