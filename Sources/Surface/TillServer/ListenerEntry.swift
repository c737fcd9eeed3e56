// SPDX-License-Identifier: Apache-2.0

/// How connections get into a listener.
package struct ListenerEntry: Sendable {
    /// Connections at once; more wait until one of them ends, an idle one after ten seconds.
    package let connectionsMax: Int
    /// Who hears that connections are accepted; nil if nobody waits for it.
    package let doors: Doors?

    /// States both.
    package init(connectionsMax: Int = 256, doors: Doors? = nil) {
        self.connectionsMax = connectionsMax
        self.doors = doors
    }

    /// Descriptors that are left for ledger, acquirers, devices and the log, whoever connects.
    package static let reserved = 48

    /// The connections that each listener may have.
    ///
    /// - Parameters:
    ///   - descriptors: how many descriptors the process may have, `RLIMIT_NOFILE`.
    ///   - listeners: how many listeners share what is not reserved.
    /// - Returns: 4 to 2048.
    package static func connectionsMax(descriptors: Int, listeners: Int) -> Int {
        let each = (descriptors - reserved) / max(1, listeners)
        return min(2048, max(4, each))
    }
}
