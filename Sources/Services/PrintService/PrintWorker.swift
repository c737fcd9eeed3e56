// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
package import Logging
package import Receipts
import ServiceLifecycle
package import TillCore
package import TillStore

/// Drains the print lane: one slip after the other, each begun in the ledger before its first byte.
///
/// Power may fail between paper and ledger, and no printer offers exactly-once. So a job that was
/// begun and not finished is never printed again by itself: a person is asked.
package struct PrintWorker: Service {
    private let ledger: Ledger
    private let printer: any PrinterDriver
    private let renderer: ReceiptRenderer
    private let content: ReceiptContent
    private let logger: Logger

    /// Slips that one round prints before it looks again.
    static let atOnceMax = 8

    /// Puts a worker together.
    package init(
        ledger: Ledger, printer: any PrinterDriver, renderer: ReceiptRenderer,
        content: ReceiptContent, logger: Logger
    ) {
        self.ledger = ledger
        self.printer = printer
        self.renderer = renderer
        self.content = content
        self.logger = logger
    }

    /// Prints until shutdown; a slip under way is finished first.
    ///
    /// - Throws: only what the ledger throws.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await ledger.rounds(on: [.lane(.print)], clock: ContinuousClock()) { _ in
                try await step()
            }
        }
    }

    /// Prints what is due, and says when there will be more.
    package func step() async throws -> Timestamp? {
        let due = try await ledger.due(in: .print, limit: Self.atOnceMax)
        for work in due {
            guard !Task.isCancelled else { return nil }
            var sight = QueueBoard.Sight()
            sight.underWay[work.order] = work.id
            ledger.board.publish(sight, of: .print)
            defer { ledger.board.publish(QueueBoard.Sight(), of: .print) }
            try await print(work)
        }
        return try await ledger.nextDue(in: .print)
    }

    private func print(_ work: Work) async throws {
        guard case .print(let id) = work.effect else { return }
        // Meanwhile a person may hold it.
        guard let row = try await ledger.work(work.id), !row.isHeld else { return }
        guard let order = try await ledger.readableOrder(work.order) else {
            return try await ledger.postpone(
                Postponement(
                    work: work.id, until: ledger.time.now + Self.pause(tries: .max),
                    answer: Ledger.unreadable))
        }
        guard let job = order.print(id), job.state == .queued else { return }
        let started = try await ledger.record(.print(id, .started), about: order.id)
        guard started.print(id)?.state == .started else { return }
        try await print(job, work, of: started)
    }

    private func print(_ job: PrintJob, _ work: Work, of order: Order) async throws {
        let prepared: PrintedJob
        do {
            guard let receipt = content.receipt(of: order, job: job) else {
                return try await postpone(job, work, order, because: "there is nothing to print")
            }
            prepared = PrintedJob(try renderer.document(for: receipt))
        } catch {
            return try await postpone(job, work, order, because: "\(error)")
        }
        let result: Result<PrintResult, PrintFailure>
        do throws(PrintFailure) {
            result = .success(try await printer.print(prepared))
        } catch {
            result = .failure(error)
        }
        switch result {
        case .success(let end):
            try await record(.finished(confirmed: end == .printed), job, order)
        case .failure(.nothingWritten(let error)):
            try await postpone(job, work, order, because: "\(error)")
        case .failure(.interrupted(let error, _)):
            logger.error("a slip broke off", metadata: ["job": "\(job.id)", "why": "\(error)"])
            try await record(.interrupted, job, order)
        }
    }

    private func record(_ fact: PrintFact, _ job: PrintJob, _ order: Order) async throws {
        try await ledger.record(.print(job.id, fact), about: order.id)
    }

    /// Nothing of it reached the paper: it waits for the printer, and says why.
    private func postpone(_ job: PrintJob, _ work: Work, _ order: Order, because why: String)
        async throws
    {
        let until = ledger.time.now + Self.pause(tries: work.tries)
        if work.lastAnswer != why {
            logger.warning("a slip waits", metadata: ["job": "\(job.id)", "why": "\(why)"])
        }
        try await ledger.record(
            .print(job.id, .nothingPrinted), about: order.id,
            postponing: Postponement(work: work.id, until: until, answer: why))
    }

    /// How long to wait for a printer that did not take a byte.
    static func pause(tries: Int) -> Duration {
        switch tries {
        case ...3: .seconds(2)
        case ...10: .seconds(10)
        default: .seconds(60)
        }
    }
}
