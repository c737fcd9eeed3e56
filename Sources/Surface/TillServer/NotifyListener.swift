// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HummingbirdCore
package import Logging
import Meters
import NIOCore
package import ProviderKit
import ServiceLifecycle
import TillAPI
package import TillCore
package import TillStore

/// Where acquirers tell us unasked: a hint that spares a wait, never the only way to know.
///
/// What is not the acquirer's changes nothing and leaves a row of the journal. What is, is saved
/// with its effect in one commit, and only then acknowledged.
package struct NotifyListener: Service, HTTPListener {
    private let ledger: Ledger
    private let providers: [AccountID: any PaymentProvider]
    private let host: String
    private let port: Int
    private let moment: @Sendable () -> Moment
    private let limit: RateLimit
    private let entry: ListenerEntry
    private let logger: Logger

    var wall: @Sendable () -> Timestamp { { ledger.wall } }

    /// Puts a listener together; `providers` by account.
    package init(
        ledger: Ledger, providers: [AccountID: any PaymentProvider], host: String, port: Int,
        moment: @escaping @Sendable () -> Moment, entry: ListenerEntry = ListenerEntry(),
        logger: Logger
    ) {
        self.ledger = ledger
        self.providers = providers
        self.host = host
        self.port = port
        self.moment = moment
        self.entry = entry
        self.logger = logger
        // Before any cryptography, which is what a flood would cost.
        limit = RateLimit(perSecond: 20, burst: 100, clock: ledger.continuousClock)
    }

    /// Listens until shutdown.
    package func run() async throws {
        try await serve(
            on: .hostname(host, port: port), key: "notify.listen", entry: entry, logger: logger
        ) {
            logger.info("acquirers can notify us", metadata: ["listen": "\(host):\(port)"])
        }
    }

    /// Answers with a status and nothing else.
    func respond(to request: Request, on connection: any Channel) async throws -> Response {
        Response(status: await verdict(on: request))
    }

    private func verdict(on request: Request) async -> HTTPResponse.Status {
        guard request.method == .post,
            let id = APIRoute.post("/notify/:id", { _ in APIAnswer(body: []) })
                .match(request.uri.path),
            let provider = providers[AccountID(id)]
        else { return .notFound }
        let account = AccountID(id)
        guard limit.admits() else {
            count(account, "throttled")
            return .tooManyRequests
        }
        do {
            let body = try await APIListener.body(of: request)
            return try await receive(Notify(head: request.head, body: body), provider, account)
        } catch let problem as Problem {
            return problem.code == .tooLarge ? .contentTooLarge : .badRequest
        } catch {
            // Not "received": the acquirer will tell us again.
            logger.error("a notify was not saved", metadata: ["account": "\(account)", "error": "\(error)"])
            count(account, "failed")
            return .serviceUnavailable
        }
    }

    private func receive(
        _ notify: Notify, _ provider: any PaymentProvider, _ account: AccountID
    ) async throws -> HTTPResponse.Status {
        let start = ledger.continuousClock()
        let reading: NotifyReading
        do throws(ProviderError) {
            reading = try provider.readNotify(notify, at: moment())
        } catch {
            count(account, "refused")
            logger.warning(
                "a notify was refused", metadata: ["account": "\(account)", "why": "\(error)"])
            try await ledger.note(Doubt(account: account, why: "a notify: \(error)"))
            if case .forged = error { return .unauthorized }
            return .badRequest
        }
        try await ledger.receive(
            ReceivedNotify(account: account, id: reading.id, raw: notify.body, word: reading.word))
        ledger.meters.notifyDuration.note(ledger.continuousClock() - start, [account.text])
        count(account, "saved")
        return .noContent
    }

    private func count(_ account: AccountID, _ result: String) { ledger.meters.notifies.note([account.text, result]) }
}
