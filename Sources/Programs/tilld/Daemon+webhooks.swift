// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import ServiceLifecycle
import TillAPI
import TillServer
import TillStore
import WebhookService

extension Daemon {
    /// What people do about webhooks, and who sends them.
    func webhooks(_ ledger: Ledger, _ transport: HTTPTransport) -> (desk: WebhookDesk, worker: any Service) {
        let seeds = SeedFile(ledger: settings.ledgerPath, randomBytes: SystemClocks.randomBytes, logger: logger)
        let post = WebhookPost(
            ledger: ledger, rule: TargetRule(localHosts: settings.webhookHosts),
            seed: { seeds.seed(makesIt: $0) },
            body: { event, order in
                try EventMessage.body(of: event, order, epoch: ledger.epoch, terminal: ledger.terminal)
            },
            randomBytes: SystemClocks.randomBytes, program: "tilld/\(Version.text)",
            send: { request in
                do throws(TransportError) {
                    return .success(try await transport.send(request))
                } catch {
                    return .failure(error)
                }
            })
        let board = WebhookBoard()
        return (
            WebhookDesk(post: post, board: board), WebhookWorker(post: post, board: board, logger: logger)
        )
    }
}

extension TillServer.Webhooks {
    /// What the API is told of webhooks, and has done about them.
    init(_ desk: WebhookDesk) {
        self.init(
            list: { try await desk.list() }, add: { try await desk.add($0, key: $1) },
            test: { try await desk.test($0) }, rotate: { try await desk.rotate($0, $1, key: $2) },
            redeliver: { try await desk.redeliver($0, $1, key: $2) }, remove: { try await desk.remove($0, key: $1) },
            deliveries: { try await desk.deliveries(to: $0, isDead: $1, after: $2, limit: $3) })
    }
}
