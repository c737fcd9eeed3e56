// SPDX-License-Identifier: Apache-2.0

import Glibc
import TillCore
import TillServer

extension Daemon {
    /// The tokens that were made for programs.
    ///
    /// - Parameter now: the time by which they end.
    func tokenBook(_ now: @escaping @Sendable () -> Timestamp) -> TokenBook {
        TokenBook(
            path: settings.api.tokensPath, now: now, randomBytes: SystemClocks.randomBytes, logger: logger)
    }

    /// Where the local API listens, and who may speak to it there.
    func apiAddresses(_ tokens: TokenBook) -> [(APIListener.Address, LocalAccess)] {
        // Root and our own user could change the ledger itself.
        let rules = settings.api.peers.map { PeerRules($0.rules, owners: [0, geteuid()]) } ?? .open
        var addresses: [(APIListener.Address, LocalAccess)] = [
            (.socket(path: settings.api.socket, group: settings.api.group), .socket(rules))
        ]
        if let listen = settings.api.listen {
            addresses.append(
                (
                    .loopback(host: listen.host, port: listen.port),
                    .loopback(
                        port: listen.port, token: settings.api.token, book: tokens,
                        opensMetrics: settings.api.opensMetrics)
                ))
        }
        return addresses
    }
}
