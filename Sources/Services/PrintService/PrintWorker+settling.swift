// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Logging
import TillCore
import TillStore

extension PrintWorker {
    /// How long a printer is asked what came out before a person is.
    static let askingMax: Duration = .seconds(120)

    /// Settles every slip that was begun and whose end nobody saw.
    ///
    /// A printer's count of cuts, and the mark behind a slip, speak for that slip only as long as nothing
    /// else was printed: so as long as one is open, nothing is.
    ///
    /// - Returns: when the printer is asked again; nil if no slip is open.
    func settleSlips() async throws -> Timestamp? {
        guard doubts.isOpen else { return nil }
        var later: Timestamp?
        for work in try await ledger.work(in: .print) {
            guard case .print(let id) = work.effect, let order = try await ledger.readableOrder(work.order),
                let job = order.print(id), job.state == .started, slips?.contains(SlipKind(job.kind)) ?? true
            else { continue }
            guard let again = try await settle(job, work, of: order) else { continue }
            later = min(later ?? again, again)
        }
        if later == nil { doubts.close() }
        return later
    }

    /// Settles one slip, or says when that is tried again.
    private func settle(_ job: PrintJob, _ work: Work, of order: Order) async throws -> Timestamp? {
        guard let beginning = job.beginning else {
            // Its first byte would have left only after that was written down.
            try await record(.nothingPrinted, job, order)
            return nil
        }
        // A time that an earlier program saved may lie far ahead of a ledger whose time stood still.
        if doubts.isAsked(about: job.id), work.dueAt > ledger.time.now { return work.dueAt }
        let device = try await ledger.device(of: job.id)
        let evidence: PrintEvidence
        do throws(DeviceError) {
            let start = PrintStart(
                cutsBefore: beginning.cutsBefore, cuts: beginning.cuts, markText: beginning.mark,
                device: device)
            evidence = try await printer.settle(InterruptedPrint(start: start, bytesWritten: nil))
        } catch {
            return try await askLater(job, work, of: order, because: "\(error)")
        }
        logger.notice(
            "a slip that broke off is settled",
            metadata: ["order": "\(order.id)", "job": "\(job.id)", "evidence": "\(evidence.rawValue)"])
        switch evidence.verdict {
        case .printed: try await record(.finished(confirmed: true), job, order)
        case .printAgain: try await record(.nothingPrinted, job, order)
        case .printMarked: try await record(.torn, job, order)
        case .askPerson: try await record(.interrupted, job, order)
        }
        return nil
    }

    private func askLater(
        _ job: PrintJob, _ work: Work, of order: Order, because why: String
    ) async throws -> Timestamp? {
        let now = ledger.time.now
        guard now.since(doubts.since(job.id, now: now)) < Self.askingMax else {
            logger.error(
                "the printer cannot be asked", metadata: ["order": "\(order.id)", "job": "\(job.id)", "why": "\(why)"])
            try await record(.interrupted, job, order)
            return nil
        }
        let answer = "it broke off, and the printer has to be asked what came out: \(why)"
        if work.lastAnswer != answer {
            logger.warning(
                "a slip waits", metadata: ["order": "\(order.id)", "job": "\(job.id)", "why": "\(answer)"])
        }
        let until = now + Self.pause(tries: work.tries)
        try await ledger.postpone(Postponement(work: work.id, until: until, answer: answer))
        return until
    }
}
