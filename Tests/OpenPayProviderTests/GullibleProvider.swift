// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore

/// A sound provider, spoilt.
struct GullibleProvider: PaymentProvider {
    static let id: ProviderID = "gullible"
    var capabilities: Capabilities { sound.capabilities }
    let sound: any PaymentProvider
    let weakness: Weakness

    func createPayment(for attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Creation> {
        spoilt(try sound.createPayment(for: attempt)) { _ in
            weakness == .believesEverything ? .code(PaymentCode("c")) : nil
        }
    }

    func queryPayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Outcome> {
        let ours = Outcome.paid(Payment(acquirerReference: "pay_7", amount: attempt.amount))
        return spoilt(try sound.queryPayment(of: attempt)) { error in
            weakness == .believesEverything || weakness == .takesSilenceForPaid ? ours : nil
        } change: { outcome in
            switch (weakness, outcome) {
            case (.usesOurAmount, .paid): ours
            case (.takesSilenceForPaid, .pending): ours
            default: outcome
            }
        }
    }

    func closePayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Closing> {
        if weakness == .asksForEver {
            @Sendable func again() throws(ProviderError) -> Exchange<Closing> {
                guard case .send(let make, _) = try sound.queryPayment(of: attempt) else {
                    return .answered(.closed)
                }
                return .send(make: make, read: { _, _ throws(ProviderError) in try again() })
            }
            return try again()
        }
        return spoilt(try sound.closePayment(of: attempt)) { error in
            if case .refused = error, weakness == .closesOnANo { .closed } else { nil }
        } change: { closing in
            if case .notYet = closing, weakness == .closesOnANo { .closed } else { closing }
        }
    }

    func refund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<
        RefundOutcome
    > {
        spoilt(try sound.refund(refund, of: attempt)) { _ in nil }
    }

    func queryRefund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        spoilt(try sound.queryRefund(refund, of: attempt)) { _ in nil }
    }

    func readNotify(_ notify: Notify, at moment: Moment) throws(ProviderError) -> NotifyReading {
        guard weakness == .readsAnyNotify else { return try sound.readNotify(notify, at: moment) }
        return NotifyReading(
            id: "n",
            word: .payment(
                AttemptReference(Platform.order),
                .paid(Payment(acquirerReference: "pay_7", amount: cny(1250)))))
    }

    /// The same exchange with other requests, errors and answers.
    private func spoilt<Answer>(
        _ exchange: Exchange<Answer>, instead: @escaping @Sendable (ProviderError) -> Answer?,
        change: @escaping @Sendable (Answer) -> Answer = { $0 }
    ) -> Exchange<Answer> {
        switch exchange {
        case .answered(let answer): return .answered(change(answer))
        case .send(let make, let read):
            return .send(
                make: { moment throws(ProviderError) in spoilt(try make(moment), at: moment) },
                read: { reply, moment throws(ProviderError) in
                    do throws(ProviderError) {
                        return spoilt(try read(reply, moment), instead: instead, change: change)
                    } catch {
                        if let answer = instead(error) { return .answered(answer) }
                        if weakness == .reportsANoAsBusy, case .refused = error {
                            throw .busy(code: "no", retryAfter: nil)
                        }
                        if weakness == .saysItsSecret {
                            throw .forged("with \(Keys.webhookSecret)")
                        }
                        throw error
                    }
                })
        }
    }

    private func spoilt(_ request: ProviderRequest, at moment: Moment) -> ProviderRequest {
        switch weakness {
        case .marksAllAsQueries:
            ProviderRequest(head: request.head, body: request.body, isQuery: true)
        case .changesItsMind:
            ProviderRequest(
                head: request.head, body: request.body + moment.nonce.prefix(1),
                isQuery: request.isQuery)
        default: request
        }
    }
}
