// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore
import TillStore

extension ProviderWorker {
    /// Sends a refund. That it is about to be sent is saved before the first byte leaves.
    func refund(_ id: RefundID, _ job: Job) async throws -> Turn {
        let sending = try await record(.sending, id, job)
        guard let refund = sending.refund(id), refund.state == .sent else {
            return turn(sending, job, pause: .zero)
        }
        let asked = await ask(job) { provider throws(ProviderError) in
            try provider.refund(refund, of: job.attempt)
        }
        switch asked.result {
        case .success(let outcome):
            return turn(try await record(.outcome(outcome), id, job), job, asked)
        case .failure(let error):
            return try await refundFailed(error, id, job, asked.cameBack)
        }
    }

    /// A "no" to a refund is a refusal, which a person has to see.
    private func refundFailed(
        _ error: ProviderError, _ id: RefundID, _ job: Job, _ cameBack: Bool
    ) async throws -> Turn {
        let pause = pause(after: error, job)
        let order =
            switch error.consequence {
            case .declined:
                try await record(.outcome(.refused(reason: "\(error)")), id, job)
            case .nothingHappened:
                try await record(.notSent, id, job, postponing: postponement(error, job, pause))
            case .moneyMayHaveMoved:
                try await record(.answerLost, id, job, doubting: doubt(error, job))
            }
        return turn(
            try await noteStuck(order, id, job), job, pause: pause, cameBack: cameBack,
            error: error)
    }

    /// Asks what became of a refund.
    func queryRefund(_ id: RefundID, _ job: Job) async throws -> Turn {
        guard let refund = job.order.refund(id) else { return Turn(next: .never) }
        let asked = await ask(job) { provider throws(ProviderError) in
            try provider.queryRefund(refund, of: job.attempt)
        }
        switch asked.result {
        case .success(let outcome):
            let order = try await noteStuck(try await record(.outcome(outcome), id, job), id, job)
            return turn(
                order, job,
                pause: Patience.betweenRefundQueries(polls: job.polls), cameBack: asked.cameBack)
        case .failure(let error):
            let doubt = try await note(error, job)
            let order = try await noteStuck(job.order, id, job)
            return turn(
                order, job, pause: pause(after: error, job), cameBack: asked.cameBack,
                doubt: doubt, error: error)
        }
    }
}
