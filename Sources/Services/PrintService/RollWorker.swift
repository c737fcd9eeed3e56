// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
package import Logging
package import Receipts
import ServiceLifecycle
package import TillCore
package import TillStore

/// Keeps a journal printer's roll: one line for each sale and refund in the order of their running numbers, and a
/// total at the end of each day.
///
/// It follows the ledger with a place of its own, so that nothing is lost however long the printer is off, and nobody
/// waits for it. Before the first byte of a job leaves, what it ends with is written down; a job whose end nobody saw
/// is printed again with a mark, unless the printer says that it came out, or that none of it did.
package struct RollWorker: Service {
    let name: String
    let rolls: Set<String>
    let ledger: Ledger
    let printer: any PrinterDriver
    let renderer: ReceiptRenderer
    let desk: PrinterDesk
    let standing: RollStanding
    let logger: Logger
    let pace = RollPace()
    private let pager: RollPager

    /// Jobs that one round prints before it looks again.
    static let pagesAtOnce = 8

    /// Puts a worker together.
    ///
    /// - Parameters:
    ///   - name: the printer's name in the configuration.
    ///   - rolls: the names of all journal printers there.
    ///   - content: the shop's name and its days.
    ///   - desk: where people leave what they want of the printer.
    ///   - standing: where it says why its lines wait.
    package init(
        name: String, among rolls: Set<String>, ledger: Ledger, printer: any PrinterDriver,
        renderer: ReceiptRenderer, content: ReceiptContent, desk: PrinterDesk = PrinterDesk(),
        standing: RollStanding = RollStanding(), logger: Logger
    ) {
        self.name = name
        self.rolls = rolls
        self.ledger = ledger
        self.printer = printer
        self.renderer = renderer
        self.desk = desk
        self.standing = standing
        self.logger = logger
        pager = RollPager(
            ledger: ledger, content: content, calendar: content.calendar,
            roll: JournalRoll(columns: renderer.columns), pace: pace)
    }

    /// Prints until shutdown; a job under way is finished first.
    ///
    /// - Throws: only what the ledger throws.
    package func run() async throws {
        defer { desk.close() }
        try await cancelWhenGracefulShutdown {
            // Hints tell of errands too.
            try await ledger.rounds(on: [.turnover, .hints], clock: ContinuousClock()) { _ in
                pace.alarm(try await step(), now: ledger.time.now)
            }
        }
    }

    /// Prints what there is, and says when there will be more.
    ///
    /// Lines that nobody can read are a matter for whoever verifies the ledger: sales go on.
    package func step() async throws -> Timestamp? {
        do {
            return try await printPages()
        } catch let error as DecodingError {
            return wait(because: "the running numbers cannot be read, look at \"till verify\": \(error)").until
        }
    }

    private func printPages() async throws -> Timestamp? {
        var place = try await opened()
        for _ in 0..<Self.pagesAtOnce {
            if place.begun != nil {
                if let later = pace.pause(now: ledger.time.now) {
                    await refuseErrands()
                    return later
                }
                switch try await settle(place) {
                case .success(let settled): place = settled
                case .failure(let wait):
                    await refuseErrands()
                    return wait.until
                }
            }
            await ErrandRunner(desk: desk, printer: printer, renderer: renderer).run()
            if let later = pace.pause(now: ledger.time.now) { return later }
            guard !Task.isCancelled else { return nil }
            switch try await pager.next(after: place) {
            case .rest(let until):
                pace.noteRest()
                goOn()
                return until
            case .page(let page):
                switch try await print(page) {
                case .success(let next): place = next
                case .failure(let wait): return wait.until
                }
            }
        }
        return ledger.time.now
    }

    /// That nothing can be done before a moment.
    struct Wait: Error { let until: Timestamp }

    /// The roll's place; opened once, because a restart may have found another ledger or other printers.
    private func opened() async throws -> RollPlace {
        if pace.isOpen { return try await ledger.roll(name) }
        let place = try await ledger.openRoll(name, among: rolls)
        pace.noteOpen()
        for note in place.notes {
            logger.notice("the roll has something to say", metadata: ["printer": "\(name)", "note": "\(note)"])
        }
        return place
    }

    /// Prints a page; gives the roll's place after it, with what was begun still open if it broke off.
    private func print(_ page: RollPage) async throws -> Result<RollPlace, Wait> {
        let job: PrintedJob
        do throws(ReceiptError) {
            job = PrintedJob(try renderer.document(forJournal: page.lines, total: page.total))
        } catch {
            return .failure(wait(because: "\(error)"))
        }
        let result: Result<PrintResult, PrintFailure>
        do throws(PrintFailure) {
            result = .success(try await printer.print(job) { await begin(page, $0) })
        } catch {
            result = .failure(error)
        }
        switch result {
        case .success:
            let place = try await ledger.endRoll(name, as: .printed)
            pace.noteSuccess()
            if page.isLate { noteCatchingUp(page) }
            goOn()
            return .success(place)
        case .failure(.nothingWritten(let error)):
            // Its beginning may have been written down already; a try in vain writes nothing else.
            if try await ledger.roll(name).begun != nil { _ = try await ledger.endRoll(name, as: .nothing) }
            return .failure(wait(because: "\(error)"))
        case .failure(.interrupted(let error, _)):
            logger.error("the roll broke off", metadata: ["printer": "\(name)", "why": "\(error)"])
            return .success(try await ledger.roll(name))
        }
    }

    /// Writes down what a page ends with; the first byte leaves only then.
    private func begin(_ page: RollPage, _ start: PrintStart) async -> Bool {
        let beginning = RollBeginning(
            printed: page.printed, closed: page.closed,
            start: PrintBeginning(cutsBefore: start.cutsBefore, cuts: start.cuts, mark: start.markText),
            device: start.device)
        do {
            return try await ledger.beginRoll(name, beginning).begun == beginning
        } catch {
            logger.error(
                "a job of the roll could not be written down", metadata: ["printer": "\(name)", "why": "\(error)"])
            return false
        }
    }

    /// Takes note that the roll has said how late it is; a page that did not come out has said nothing.
    private func noteCatchingUp(_ page: RollPage) {
        pace.noteCatchingUp()
        logger.notice(
            "the roll is catching up", metadata: ["printer": "\(name)", "from": "\(page.lines.first ?? "")"])
    }

    /// Says why the lines wait, and when they are tried again.
    func wait(because why: String) -> Wait {
        if standing.note(why) {
            logger.warning("the roll waits", metadata: ["printer": "\(name)", "why": "\(why)"])
        }
        return Wait(until: pace.noteFailure(now: ledger.time.now))
    }

    /// Says that nothing stands in their way any more.
    private func goOn() {
        if standing.note(nil) { logger.notice("the roll goes on", metadata: ["printer": "\(name)"]) }
    }
}
