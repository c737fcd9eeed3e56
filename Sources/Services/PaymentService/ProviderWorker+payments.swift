// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore
import TillStore

extension ProviderWorker {
    /// Makes the payment. That it is about to be asked for is saved before the first byte leaves.
    func create(_ job: Job) async throws -> Turn {
        let asking = try await record(.asking, job)
        guard asking.attempt(job.attempt.reference)?.state == .asking else {
            return turn(asking, job, pause: .zero)
        }
        let asked = await ask(job) { provider throws(ProviderError) in
            try provider.createPayment(for: job.attempt)
        }
        switch asked.result {
        case .success(.code(let code)):
            return turn(try await record(.codeIssued(code), job), job, asked)
        case .success(.outcome(let outcome)):
            return turn(try await record(.outcome(outcome, .query), job), job, asked)
        case .failure(let error):
            return try await createFailed(error, job, asked.cameBack)
        }
    }

    /// A "no" to a create is a refusal; whatever is not clear leaves the money in doubt.
    private func createFailed(_ error: ProviderError, _ job: Job, _ cameBack: Bool) async throws
        -> Turn
    {
        let pause = pause(after: error, job)
        let order =
            switch error.consequence {
            case .declined:
                try await record(.outcome(.refused(reason: "\(error)"), .query), job)
            case .nothingHappened:
                try await record(.notSent, job, postponing: postponement(error, job, pause))
            case .moneyMayHaveMoved:
                try await record(.answerLost, job, doubting: doubt(error, job))
            }
        return turn(order, job, pause: pause, cameBack: cameBack, error: error)
    }

    /// Asks what became of a payment. A query that learns nothing writes nothing.
    func query(_ job: Job) async throws -> Turn {
        let every = job.account.provider.capabilities.pollEvery
        let asked = await ask(job) { provider throws(ProviderError) in
            try provider.queryPayment(of: job.attempt)
        }
        switch asked.result {
        case .success(let outcome):
            var order = try await record(.outcome(outcome, .query), job)
            if let until = order.attempt(job.attempt.reference)?.watchedUntil,
                ledger.time.now >= until,
                // Where there are statements, only they end the watch.
                job.account.provider.capabilities.statements == nil
            {
                order = try await record(.watchOver, job)
            }
            order = try await noteStuck(order, job)
            let pause = order.attempt(job.attempt.reference).map {
                Patience.betweenPolls(of: $0, every: every, polls: job.polls)
            }
            return turn(order, job, pause: pause ?? every, cameBack: asked.cameBack)
        case .failure(let error):
            // Whatever it is, it says nothing about the money, and nothing is to be saved.
            let doubt = try await note(error, job)
            let order = try await noteStuck(job.order, job)
            return turn(
                order, job, pause: max(every, pause(after: error, job)),
                cameBack: asked.cameBack, doubt: doubt, error: error)
        }
    }

    /// Has a payment closed. Only the acquirer's word closes it.
    func close(_ job: Job) async throws -> Turn {
        let asked = await ask(job) { provider throws(ProviderError) in
            try provider.closePayment(of: job.attempt)
        }
        switch asked.result {
        case .success(.closed):
            return turn(try await record(.closeConfirmed, job), job, asked)
        case .success(.paid(let payment)):
            return turn(
                try await record(.outcome(.paid(payment), .query), job), job, asked)
        case .success(.notYet(let why)):
            return try await later(
                job, why, Patience.afterFailure(tries: tries(job)), asked.cameBack)
        case .failure(let error):
            // A "no" to a close is a lost answer: the payer may still pay.
            let doubt = try await note(error, job)
            var turn = try await later(job, "\(error)", pause(after: error, job), asked.cameBack)
            turn.doubt = doubt?.why
            return turn
        }
    }

    private func later(_ job: Job, _ why: String, _ pause: Duration, _ cameBack: Bool) async throws
        -> Turn
    {
        let until = ledger.time.now + pause
        try await ledger.postpone(Postponement(work: job.work.id, until: until, answer: why))
        _ = try await noteStuck(job.order, job)
        return Turn(next: .at(until), cameBack: cameBack, answer: why)
    }
}
