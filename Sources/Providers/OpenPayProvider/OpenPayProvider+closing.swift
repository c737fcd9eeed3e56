// SPDX-License-Identifier: Apache-2.0

package import ProviderKit
package import TillCore

extension OpenPayProvider {
    /// Asks first, since only a payment's id can be closed.
    ///
    /// A payment that the platform has not seen is made with the content of the create and closed,
    /// so that a create which is still on its way finds its number used up.
    package func closePayment(of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<Closing>
    {
        gateway.exchange(try asking(about: attempt)) { answer throws(ProviderError) in
            guard !answer.isNotFound else { return try makingToClose(attempt) }
            let payment = try answer.read(OpenPayMessages.Payment.self)
            if let ended = try ended(payment, of: attempt) { return .answered(ended) }
            return try closing(payment, of: attempt, mayAskAgain: true)
        }
    }

    /// The answer that a payment itself is; nil if the payer could still pay.
    private func ended(_ payment: OpenPayMessages.Payment, of attempt: PaymentAttempt)
        throws(ProviderError) -> Closing?
    {
        switch try outcome(payment, of: attempt) {
        case .paid(let payment): .paid(payment)
        case .refused: .closed
        case .pending, .unseen: nil
        }
    }

    /// Closes a payment by its id.
    private func closing(
        _ payment: OpenPayMessages.Payment, of attempt: PaymentAttempt, mayAskAgain: Bool
    ) throws(ProviderError) -> Exchange<Closing> {
        let id = try OpenPayName.idOfTheirs(payment.id)
        let call = OpenPayCall.post("/payments/\(id)/close", key: "\(id)-close", body: [])
        return gateway.exchange(call) { answer throws(ProviderError) in
            if let problem = answer.problem {
                return try refusedToClose(problem, of: attempt, mayAskAgain: mayAskAgain)
            }
            let closed = try answer.read(OpenPayMessages.Payment.self)
            guard closed.id == id else { throw .unreadable("the answer is about another id") }
            let ended = try ended(closed, of: attempt)
            return .answered(ended ?? .notYet("the payment is still \(closed.word)"))
        }
    }

    /// A "no" to a close closes nothing; some of them say that the payment has ended already, and
    /// what it ended as is a question of its own.
    private func refusedToClose(
        _ problem: OpenPayProblem, of attempt: PaymentAttempt, mayAskAgain: Bool
    ) throws(ProviderError) -> Exchange<Closing> {
        let error = problem.error
        guard case .refused = error else { throw error }
        guard mayAskAgain, problem.saysHowItEnded else { return .answered(.notYet("\(error)")) }
        return try askingAgain(about: attempt, after: problem)
    }

    /// Makes the payment that the platform has not seen, only to close it.
    private func makingToClose(_ attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<Closing>
    {
        gateway.exchange(try creating(attempt)) { answer throws(ProviderError) in
            if let problem = answer.problem {
                return try refusedToMake(problem, attempt, at: answer.saidNoLaterThan)
            }
            let payment = try answer.read(OpenPayMessages.Payment.self)
            if let ended = try ended(payment, of: attempt) { return .answered(ended) }
            return try closing(payment, of: attempt, mayAskAgain: false)
        }
    }

    /// A create that is definitely refused leaves no payment; but an earlier one may still arrive,
    /// until its time is over by the platform's clock and by ours.
    private func refusedToMake(
        _ problem: OpenPayProblem, _ attempt: PaymentAttempt, at time: Timestamp
    ) throws(ProviderError) -> Exchange<Closing> {
        let error = problem.error
        guard case .refused = error else { throw error }
        // There is a payment of this number after all: the query saw an older state.
        if problem.saysHowItEnded || problem.code == "order_conflict" {
            return try askingAgain(about: attempt, after: problem)
        }
        guard problem.outcome == .notDone, time > attempt.expiresAt else {
            return .answered(.notYet("\(error)"))
        }
        return .answered(.closed)
    }

    /// Asks once more, with the last round trip that a close may take.
    private func askingAgain(about attempt: PaymentAttempt, after problem: OpenPayProblem)
        throws(ProviderError) -> Exchange<Closing>
    {
        let error = problem.error
        return gateway.exchange(try asking(about: attempt)) { answer throws(ProviderError) in
            guard !answer.isNotFound else { return .answered(.notYet("\(error)")) }
            let payment = try answer.read(OpenPayMessages.Payment.self)
            switch try ended(payment, of: attempt) {
            case .paid(let payment): return .answered(.paid(payment))
            // Who was told that it is paid does not believe an older state.
            case .closed where problem.code != "already_paid": return .answered(.closed)
            case .closed, .notYet, nil: return .answered(.notYet("\(error)"))
            }
        }
    }
}
