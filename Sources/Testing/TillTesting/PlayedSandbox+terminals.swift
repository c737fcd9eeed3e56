// SPDX-License-Identifier: Apache-2.0

import OpenPayProvider
package import PaymentService
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
}
