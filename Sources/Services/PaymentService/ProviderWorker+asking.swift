// SPDX-License-Identifier: Apache-2.0

import Logging
import ProviderKit
import TillCore
import TillStore

extension ProviderWorker {
    /// What an exchange brought, and whether the way to the acquirer has just come back.
    struct Asked<Answer: Sendable>: Sendable {
        let result: Result<Answer, ProviderError>
        let cameBack: Bool
    }

    /// Carries an exchange out and notes for the breaker how it went.
    func ask<Answer: Sendable>(
        _ job: Job,
        _ exchange: (any PaymentProvider) throws(ProviderError) -> Exchange<Answer>
    ) async -> Asked<Answer> {
        let clock = ledger.continuousClock
        let start = clock()
        let result: Result<Answer, ProviderError>
        do throws(ProviderError) {
            let exchange = try exchange(job.account.provider)
            result = .success(try await client.answer(to: exchange, of: job.account))
        } catch {
            result = .failure(error)
            logger.notice(
                "an exchange gave no answer",
                metadata: [
                    "order": "\(job.order.id)", "account": "\(job.account.id)",
                    "attempt": "\(job.attempt.reference)", "why": "\(error)",
                ])
        }
        meter(job, result.failure, took: clock() - start)
        let now = ledger.time.now
        let cameBack: Bool
        switch result {
        case .success: cameBack = breakers.note(job.account.id, answered: true, at: now)
        // Nothing was asked: that says nothing about the way, and another row may try it.
        case .failure(.misconfigured), .failure(.unsupported), .failure(.clockOff):
            breakers.withdraw(job.account.id, at: now)
            cameBack = false
        case .failure(let error):
            cameBack = breakers.note(job.account.id, answered: !error.isOfTheLine, at: now)
        }
        return Asked(result: result, cameBack: cameBack)
    }

    /// Records a fact about the job's attempt.
    func record(
        _ fact: AttemptFact, _ job: Job, postponing: Postponement? = nil,
        doubting: Doubt? = nil
    ) async throws -> Order {
        try await ledger.record(
            .attempt(job.attempt.reference, fact), about: job.order.id, postponing: postponing,
            doubting: doubting)
    }

    /// Records a fact about a refund.
    func record(
        _ fact: RefundFact, _ id: RefundID, _ job: Job, postponing: Postponement? = nil,
        doubting: Doubt? = nil
    ) async throws -> Order {
        try await ledger.record(
            .refund(id, fact), about: job.order.id, postponing: postponing, doubting: doubting)
    }

    /// Ends a try: the work goes on if the order still owes it.
    func turn(
        _ order: Order, _ job: Job, pause: Duration, cameBack: Bool = false,
        doubt: Doubt? = nil, error: ProviderError? = nil
    ) -> Turn {
        guard order.effects.contains(job.work.effect) else {
            return Turn(next: .never, cameBack: cameBack)
        }
        return Turn(
            next: .at(ledger.time.now + pause), cameBack: cameBack, doubt: doubt?.why,
            answer: error.map { "\($0)" })
    }

    /// Ends a try that was answered.
    func turn<Answer>(_ order: Order, _ job: Job, _ asked: Asked<Answer>) -> Turn {
        turn(order, job, pause: .seconds(1), cameBack: asked.cameBack)
    }

    /// How often the work was tried in vain: before this start, or since.
    func tries(_ job: Job) -> Int { max(job.work.tries, job.polls - 1) }

    /// How long to wait after an error; an acquirer's own wish comes first.
    func pause(after error: ProviderError, _ job: Job) -> Duration {
        let pause = Patience.afterFailure(tries: tries(job))
        if case .busy(_, let wished?) = error { return max(pause, min(wished, .seconds(60))) }
        return pause
    }

    /// What the outbox keeps of a try that brought nothing.
    func postponement(_ error: ProviderError, _ job: Job, _ pause: Duration) -> Postponement {
        Postponement(work: job.work.id, until: ledger.time.now + pause, answer: "\(error)")
    }

    /// What the journal keeps of a reply that was not believed; nil if it was not that.
    func doubt(_ error: ProviderError, _ job: Job) -> Doubt? {
        switch error {
        case .forged, .unreadable: Doubt(account: job.account.id, why: "\(error)")
        case .misconfigured, .unsupported, .unreachable, .clockOff, .busy, .refused, .noReply,
            .acquirerUnsure:
            nil
        }
    }

    /// Writes a doubt down, the first time that the work meets it: not at each poll.
    func note(_ error: ProviderError, _ job: Job) async throws -> Doubt? {
        guard let doubt = doubt(error, job), !job.history.doubts.contains(doubt.why),
            job.history.doubts.count < History.doubtsMax
        else { return nil }
        try await ledger.note(doubt, about: job.order.id)
        return doubt
    }
}
