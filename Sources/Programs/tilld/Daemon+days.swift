// SPDX-License-Identifier: Apache-2.0

import PrintService
import Receipts
import TillAPI
import TillCore
import TillServer
import TillStore

extension Daemon {
    /// What the API is told of days, and has printed of them.
    func days(_ ledger: Ledger, _ posts: [PrinterPost]) -> TillServer.Days {
        TillServer.Days(
            figures: { day in
                let day = day ?? today(ledger)
                let (figures, end) = try await figures(of: day, ledger)
                return DayResource(
                    day: day.description, isOver: end <= ledger.wall, sales: figures.sales.map(DayResource.Line.init),
                    refunds: figures.refunds.map(DayResource.Line.init), head: JournalHeadResource(figures.head))
            },
            print: { day in
                guard let post = posts.first(where: { $0.slips.contains(.day) }) else {
                    throw Problem(.noSuchDevice, "no printer is configured")
                }
                let day = day ?? today(ledger)
                let figures = try await figures(of: day, ledger).figures
                let slip = content.daySlip(day, figures, terminal: ledger.terminal, at: ledger.wall)
                return await Self.printed(SlipContent(slip), post, ledger)
            })
    }

    private func today(_ ledger: Ledger) -> CalendarDay { content.calendar.day(of: ledger.wall) }

    private func figures(
        of day: CalendarDay, _ ledger: Ledger
    ) async throws -> (figures: DayFigures, end: Timestamp) {
        let calendar = content.calendar
        let (start, end) = (calendar.start(of: day), calendar.start(of: day.next))
        return (try await ledger.figures(from: start, until: end), end)
    }
}

extension DayResource.Line {
    /// The line of an account.
    fileprivate init(_ line: DayFigures.Line) {
        self.init(
            account: line.account.text, count: line.count,
            total: MoneyResource(value: line.total.minorUnits, currency: line.total.currency.code))
    }
}
