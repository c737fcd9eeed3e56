// SPDX-License-Identifier: Apache-2.0

package import ProviderKit

extension ProviderClient {
    /// Carries an exchange with an account's acquirer out to its answer.
    ///
    /// - Throws: ``ProviderKit/ProviderError/clockOff(_:)`` before anything is signed, as long as
    ///   the clock is further off than the acquirer's signatures allow.
    package func answer<Answer: Sendable>(to exchange: Exchange<Answer>, of account: Account)
        async throws(ProviderError) -> Answer
    {
        try await answer(
            to: exchange, within: account.hosts,
            admitting: { () throws(ProviderError) in
                if let fault = watch?.fault(of: account.id) { throw .clockOff("\(fault)") }
            },
            hearing: { reply, isRead in
                guard let watch, !isRead || watch.wants(timeOf: account.id) else { return }
                // What proves no time tells nothing about the clock.
                guard let time = account.provider.signedTime(of: reply) else { return }
                watch.note(time, of: account.id)
            })
    }

    /// Asks an account's acquirer for its time, however far the clock is off.
    func askTime(of account: Account) async throws(ProviderError) {
        guard let exchange = try account.provider.askTime() else { return }
        let time = try await answer(to: exchange, within: account.hosts)
        watch?.note(time, of: account.id)
    }
}
