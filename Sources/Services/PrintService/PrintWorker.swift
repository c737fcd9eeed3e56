// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
package import Logging
import Meters
package import Receipts
import ServiceLifecycle
package import TillCore
package import TillStore

/// Drains the print lane: one slip after the other, each begun in the ledger before its first byte.
///
/// Power may fail between paper and ledger, and no printer offers exactly-once. So before its first byte
/// leaves, a slip's beginning is written down, and one whose end nobody saw is settled before anything
/// else goes to that printer: the printer is asked, and a person where it cannot say.
package struct PrintWorker: Service {
    private let name: String
    let ledger: Ledger
    let printer: any PrinterDriver
    let renderer: ReceiptRenderer
    private let content: ReceiptContent
    private let opensDrawer: Bool
    /// The kinds of slips that this printer takes; nil is all.
    let slips: Set<SlipKind>?
    let desk: PrinterDesk
    let logger: Logger
    let doubts = SlipDoubts()

    /// Slips that one round prints before it looks again.
    static let atOnceMax = 8

    /// Puts a worker together.
    ///
    /// - Parameters:
    ///   - name: what the configuration calls the printer.
    ///   - opensDrawer: whether the drawer opens with the original of each sale.
    ///   - slips: the kinds of slips that this printer takes where several share them; nil is all.
    ///   - desk: where people leave what they want of the printer.
    package init(
        name: String = "printer", ledger: Ledger, printer: any PrinterDriver, renderer: ReceiptRenderer,
        content: ReceiptContent, opensDrawer: Bool = false, slips: Set<SlipKind>? = nil,
        desk: PrinterDesk = PrinterDesk(), logger: Logger
    ) {
        self.name = name
        self.opensDrawer = opensDrawer
        self.slips = slips
        self.desk = desk
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
        defer { desk.close() }
        try await cancelWhenGracefulShutdown {
            // Hints tell of errands too.
            try await ledger.rounds(on: [.lane(.print), .hints], clock: ContinuousClock()) { _ in
                try await step()
            }
        }
    }

    /// Prints what is due, and says when there will be more.
    package func step() async throws -> Timestamp? {
        if let later = try await settleSlips() {
            await refuseErrands()
            return later
        }
        await runErrands()
        let due = try await ledger.due(in: .print, of: slips, limit: Self.atOnceMax)
        for work in due {
            guard !Task.isCancelled else { return nil }
            ledger.board.note(work.id, underWayFor: work.order, in: .print)
            defer { ledger.board.note(nil, underWayFor: work.order, in: .print) }
            do {
                try await print(work)
            } catch {
                // It may be on paper, and its end could not be saved.
                doubts.open()
                throw error
            }
            if let later = try await settleSlips() { return later }
        }
        return try await ledger.nextDue(in: .print, of: slips)
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
            let slip = SlipContent(receipt, payBefore: content.payBefore(of: order, job: job))
            tellBoxes(of: slip, job, order)
            // With the one original, and not with what is printed again.
            let opens = opensDrawer && job.kind == .sale && !job.mayBeDuplicate
            prepared = PrintedJob(try renderer.document(for: slip, opensDrawer: opens))
        } catch {
            return try await postpone(job, work, order, because: "\(error)")
        }
        let clock = ledger.continuousClock
        let start = clock()
        let result: Result<PrintResult, PrintFailure>
        do throws(PrintFailure) {
            result = .success(
                try await printer.print(prepared) { await writeDown($0, job, order) })
        } catch {
            result = .failure(error)
        }
        ledger.meters.printDuration.note(clock() - start, [name])
        ledger.meters.slips.note([name, Self.word(result)])
        switch result {
        case .success(let end):
            try await record(.finished(confirmed: end == .printed), job, order)
        case .failure(.nothingWritten(let error)):
            try await postpone(job, work, order, because: "\(error)")
        case .failure(.interrupted(let error, _)):
            logger.error(
                "a slip broke off", metadata: ["order": "\(order.id)", "job": "\(job.id)", "why": "\(error)"])
            doubts.open()
        }
    }

    /// What became of a slip, as figures call it.
    private static func word(_ result: Result<PrintResult, PrintFailure>) -> String {
        switch result {
        case .success(.printed): "confirmed"
        case .success(.unconfirmed): "sent"
        case .failure(.nothingWritten): "not_begun"
        case .failure(.interrupted): "broken_off"
        }
    }

    /// Writes down how a slip begins; the first byte leaves only then.
    private func writeDown(_ start: PrintStart, _ job: PrintJob, _ order: Order) async -> Bool {
        let beginning = PrintBeginning(cutsBefore: start.cutsBefore, cuts: start.cuts, mark: start.markText)
        do {
            let now = try await ledger.note(beginning, of: job.id, on: start.device, about: order.id)
            return now.print(job.id)?.beginning == beginning
        } catch {
            // Whoever records that nothing was printed meets the same fault, and says so.
            logger.error(
                "a slip's beginning could not be written down",
                metadata: ["order": "\(order.id)", "job": "\(job.id)", "why": "\(error)"])
            return false
        }
    }

    /// Says which characters no font has: they come out as boxes.
    private func tellBoxes(of slip: SlipContent, _ job: PrintJob, _ order: Order) {
        let boxes = Set(renderer.boxes(in: slip))
        guard !boxes.isEmpty else { return }
        let names = boxes.map { "U+" + String($0.value, radix: 16, uppercase: true) }.sorted()
        logger.warning(
            "a slip has characters that no font has",
            metadata: [
                "order": "\(order.id)", "job": "\(job.id)",
                "characters": "\(names.prefix(20).joined(separator: " "))",
            ])
    }

    func record(_ fact: PrintFact, _ job: PrintJob, _ order: Order) async throws {
        try await ledger.record(.print(job.id, fact), about: order.id)
    }

    /// Nothing of it reached the paper: it waits for the printer, and says why.
    private func postpone(_ job: PrintJob, _ work: Work, _ order: Order, because why: String)
        async throws
    {
        let until = ledger.time.now + Self.pause(tries: work.tries)
        if work.lastAnswer != why {
            logger.warning(
                "a slip waits", metadata: ["order": "\(order.id)", "job": "\(job.id)", "why": "\(why)"])
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
