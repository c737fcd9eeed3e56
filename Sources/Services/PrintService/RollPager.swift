// SPDX-License-Identifier: Apache-2.0

import Receipts
import TillCore
import TillStore

/// Makes the pages of a roll out of the ledger: the same ones, whenever they are made.
///
/// A day ends for the roll where the ledger's time has passed midnight in the shop, so that totals stand between the
/// same lines, whether the printer was on at midnight or is two days late.
struct RollPager {
    let ledger: Ledger
    let content: ReceiptContent
    let calendar: ShopCalendar
    let roll: JournalRoll
    let pace: RollPace

    /// A line that has waited for this long was not held up by another line.
    static let lateAfter: Duration = .seconds(120)

    /// What comes next on a roll.
    func next(after place: RollPlace) async throws -> RollNext {
        // In this order: what was written before now is among what is read after it.
        let now = ledger.time.now
        let lines = try await ledger.turnover(after: max(place.printed - 1, 0), limit: pace.linesMax + 1)
        let above = lines.first { $0.number == place.printed }
        let waiting = lines.filter { $0.number > place.printed }
        guard let first = try await firstOfDay(place, waiting) else { return .rest(until: nil) }
        let end = calendar.end(of: first.writtenAt)
        let ready = Array(waiting.prefix(pace.linesMax).prefix { $0.writtenAt < end })
        if !ready.isEmpty { return .page(try await page(ready, below: above, place, now: now)) }
        guard waiting.isEmpty, now < end else { return .page(try await total(of: first, place)) }
        return .rest(until: end)
    }

    /// The first line of the day that has no total yet.
    private func firstOfDay(_ place: RollPlace, _ waiting: [TurnoverLine]) async throws -> TurnoverLine? {
        guard place.closed < place.printed else { return waiting.first }
        return try await ledger.turnover(after: place.closed, limit: 1).first
    }

    /// Some lines, all of one day's stretch.
    private func page(
        _ lines: [TurnoverLine], below above: TurnoverLine?, _ place: RollPlace, now: Timestamp
    ) async throws -> RollPage {
        var texts = notes(of: place)
        if place.perhapsPrinted > place.printed, pace.saysRestart { texts.append(restart(place)) }
        var isLate = false
        if let first = lines.first, !pace.isCatchingUp, now.since(first.writtenAt) >= Self.lateAfter {
            isLate = true
            let count = Int(try await ledger.lastTurnover() - place.printed)
            texts.append(
                roll.catchingUp(
                    lines: count, since: first.writtenAt, utcOffsetSeconds: calendar.offset(at: first.writtenAt)))
        }
        var sums = try await ledger.turnoverSums(after: place.closed, upTo: place.printed)
        var day = place.printed > place.closed ? above.map { calendar.day(of: $0.at) } : nil
        for line in lines {
            let own = calendar.day(of: line.at)
            if own != day { texts.append(roll.day(own)) }
            day = own
            let currency = line.amount.currency
            let (sum, isTooMuch) = sums[currency, default: 0].addingReportingOverflow(line.signedUnits)
            sums[currency] = isTooMuch ? sums[currency] : sum
            texts.append(
                roll.text(
                    JournalRoll.Line(
                        number: line.number, at: line.at, utcOffsetSeconds: calendar.offset(at: line.at),
                        account: line.account.text, amount: line.amount, isRefund: line.kind == .refund,
                        sumSoFar: sums[currency]), mayBeDouble: line.number <= place.perhapsPrinted))
        }
        return RollPage(
            lines: texts, printed: lines.last?.number ?? place.printed, closed: place.closed, isLate: isLate)
    }

    /// The total of the day on which a line was written: all lines up to here are on paper.
    ///
    /// Its figures are those of the day's slip, from the ledger; lines above that belong to other days are named.
    private func total(of first: TurnoverLine, _ place: RollPlace) async throws -> RollPage {
        var texts = notes(of: place)
        if place.perhapsClosed > place.closed {
            if pace.saysRestart { texts.append(restart(place)) }
            texts.append(roll.totalAgain())
        }
        let day = calendar.day(of: first.writtenAt)
        let (start, end) = (calendar.start(of: day), calendar.start(of: day.next))
        let others = try await ledger.turnoverOutside(
            from: start, until: end, after: place.closed, upTo: place.printed)
        if others > 0 { texts.append(roll.ofOtherDays(others)) }
        let slip = content.daySlip(
            day, try await ledger.figures(from: start, until: end),
            numbers: min(first.number, place.printed)...place.printed, terminal: ledger.terminal, at: ledger.wall)
        return RollPage(
            lines: texts, total: SlipContent(slip, onJournal: true), printed: place.printed, closed: place.printed)
    }

    private func restart(_ place: RollPlace) -> String {
        let now = ledger.wall
        return roll.restart(
            at: now, utcOffsetSeconds: calendar.offset(at: now),
            lastConfirmed: place.printed > 0 ? place.printed : nil)
    }

    /// What the roll has to say of itself.
    private func notes(of place: RollPlace) -> [String] {
        place.notes.map { note in
            switch note {
            case .begins(let number): roll.begins(after: number)
            case .goesOn(let printer): roll.goesOn(from: printer)
            case .restored(let number): roll.restored(after: number)
            case .ahead(let number): roll.ahead(at: number)
            }
        }
    }
}
