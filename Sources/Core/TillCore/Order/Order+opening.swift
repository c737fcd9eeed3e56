// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// Opens a sale with its first attempt.
    public static func opening(_ draft: SaleDraft, on occasion: Occasion) -> Transition {
        let order = Order(
            id: draft.id, terminal: draft.terminal, reference: draft.reference,
            amount: draft.amount, subject: draft.subject, slips: draft.slips,
            metadata: draft.metadata, lateMoney: draft.lateMoney, openedAt: occasion.at, deadline: draft.deadline,
            state: .open,
            attempts: [
                PaymentAttempt(
                    reference: draft.attempt, account: draft.account, amount: draft.amount,
                    subject: draft.subject, expiresAt: draft.expiresAt)
            ],
            transactions: [], refunds: [], holds: [], prints: [], version: 0)
        return Transition(from: nil, to: order)
    }
}
