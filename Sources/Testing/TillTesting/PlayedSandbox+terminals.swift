// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import OpenPayProvider
package import PaymentService
import ProviderKit
import SandboxAcquirer
package import TillCore

extension PlayedSandbox {
    /// The account as one of the merchant's terminals has it.
    ///
    /// - Throws: what settings throw.
    package func account(of terminal: TerminalID) throws -> Account {
        let settings = try settings(terminal)
        return Account(
            id: account.id, currency: account.currency, provider: OpenPayProvider(settings: settings),
            hosts: account.hosts)
    }

    /// Has the merchant give all the money of a payment back at the bank's own console.
    ///
    /// - Throws: ``ProviderError/noReply(_:)`` if the bank does not say that it did.
    package func refundAtConsole(_ reference: AttemptReference) throws {
        let request = HTTPRequest(
            method: .post, scheme: "http", authority: account.hosts.first, path: "/sandbox/refunds",
            headerFields: [.contentType: "application/json"])
        let body = Array(#"{"order_no":"\#(reference)"}"#.utf8)
        guard case .answer(let head, _, _) = bank.answer(request, body: body, from: "127.0.0.1", now: now),
            head.status == .ok
        else { throw ProviderError.noReply("a refund at the console") }
    }
}
