// SPDX-License-Identifier: Apache-2.0

package import ProviderKit
package import TillCore

/// An account at an acquirer: how to speak to it, and where.
package struct Account: Sendable {
    /// Its name in the configuration.
    package let id: AccountID
    /// What it sells in.
    package let currency: Currency
    /// Who translates.
    package let provider: any PaymentProvider
    /// The authorities, such as `gateway.example:443`, that requests may go to.
    package let hosts: Set<String>

    /// Puts an account together.
    package init(
        id: AccountID, currency: Currency, provider: any PaymentProvider, hosts: Set<String>
    ) {
        self.id = id
        self.currency = currency
        self.provider = provider
        self.hosts = hosts
    }
}
