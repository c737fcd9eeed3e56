// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// All work that the order owes as it stands.
    ///
    /// A function of the state, so that no transition can forget to ask again: the outbox holds
    /// exactly these rows. See <doc:0007-the-outbox-is-what-the-order-owes>.
    public var effects: [Effect] {
        var owed: [Effect] = []
        for attempt in attempts {
            if let effect = Self.effect(of: attempt) { owed.append(.provider(effect)) }
        }
        for refund in refunds {
            if let effect = Self.effect(of: refund) { owed.append(.provider(effect)) }
        }
        for job in prints where job.state == .queued || job.state == .started {
            owed.append(.print(job.id))
        }
        if state == .open, attempts.contains(where: \.state.isLive) { owed.append(.deadline) }
        return owed
    }

    private static func effect(of attempt: PaymentAttempt) -> ProviderEffect? {
        switch attempt.state {
        case .opened, .asking: .create(attempt.reference)
        case .presented, .uncertain: .watch(attempt.reference)
        case .closing: .close(attempt.reference)
        case .closed: attempt.watchedUntil == nil ? nil : .watch(attempt.reference)
        case .paid: nil
        }
    }

    private static func effect(of refund: Refund) -> ProviderEffect? {
        switch refund.state {
        case .asked, .sent: .refund(refund.id)
        case .unknown: .queryRefund(refund.id)
        case .done, .refused: nil
        }
    }
}
