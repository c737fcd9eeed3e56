// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport

/// Where webhooks may be sent: to the open internet over TLS, and to hosts that the settings name.
package struct TargetRule: Sendable, Hashable {
    /// The hosts, names or addresses, that may be this machine or of its network, and be spoken to without TLS.
    private let localHosts: Set<String>

    /// Takes the hosts that the settings name.
    package init(localHosts: [String] = []) {
        self.localHosts = Set(localHosts.map { $0.lowercased() })
    }

    /// Checks what can be seen of a place without looking it up.
    ///
    /// - Throws: ``TargetFault``.
    package func check(_ target: WebhookTarget) throws(TargetFault) {
        guard !isLocal(target) else { return }
        let isHere = target.host == "localhost" || target.host.hasSuffix(".localhost")
        guard !isHere, target.address?.isPublic ?? true else {
            throw TargetFault(
                why:
                    "\(target.host) is of this machine or its network: if that is meant, name it in webhooks.local_hosts of the configuration"
            )
        }
        guard target.isSecure else {
            throw TargetFault(
                why:
                    "anybody between here and \(target.host) could read it: write https, or name the host in webhooks.local_hosts of the configuration"
            )
        }
    }

    /// Whether a connection may be made to an address that the host's name leads to, asked when it is about to be made.
    package func admission(to target: WebhookTarget) -> @Sendable (NetworkAddress) -> Bool {
        let isLocal = isLocal(target)
        return { address in isLocal ? address.isOfOneMachine : address.isPublic }
    }

    private func isLocal(_ target: WebhookTarget) -> Bool { localHosts.contains(target.host) }
}
