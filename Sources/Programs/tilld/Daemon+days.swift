// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Foundation
import PrintService
import Receipts
import TillAPI
import TillCore
import TillServer
import TillStore

extension Daemon {
    /// What the API is told of days, and has printed of them.
    func days(_ ledger: Ledger, _ desk: PrinterDesk, _ content: ReceiptContent) -> TillServer.Days {
        TillServer.Days(
            figures: { day in
                let day = day ?? today(ledger)
                let (figures, end) = try await figures(of: day, ledger)
                return DayResource(
                    day: day.description, isOver: end <= ledger.wall, sales: figures.sales.map(DayResource.Line.init),
                    refunds: figures.refunds.map(DayResource.Line.init), head: JournalHeadResource(figures.head))
            },
            print: { day in
                guard let printer = parts.printer, let name = settings.printer?.name else {
                    throw Problem(.noSuchDevice, "no printer is configured")
                }
                let day = day ?? today(ledger)
                let figures = try await figures(of: day, ledger).figures
                let slip = content.daySlip(day, figures, terminal: ledger.terminal, at: ledger.wall)
                return await Self.printed(SlipContent(slip), name, printer, desk, ledger)
            })
    }

    private func today(_ ledger: Ledger) -> CalendarDay {
        let seconds = parts.timeZone.secondsFromGMT(for: Self.date(ledger.wall))
        return CalendarDay(of: ledger.wall, offset: .seconds(seconds))
    }

    private func figures(
        of day: CalendarDay, _ ledger: Ledger
    ) async throws -> (figures: DayFigures, end: Timestamp) {
        let (start, end) = (start(of: day), start(of: day.next))
        return (try await ledger.figures(from: start, until: end), end)
    }

    /// When a day begins by the terminal's time zone; where clocks are set then, the day is shorter or longer.
    private func start(of day: CalendarDay) -> Timestamp {
        let midnight = day.start()
        let zone = parts.timeZone
        // The offset of midnight UTC is that of local midnight, or of an hour beside it.
        let first = midnight + .seconds(-zone.secondsFromGMT(for: Self.date(midnight)))
        return midnight + .seconds(-zone.secondsFromGMT(for: Self.date(first)))
    }

    private static func date(_ time: Timestamp) -> Date {
        Date(timeIntervalSince1970: Double(time.milliseconds) / 1000)
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
