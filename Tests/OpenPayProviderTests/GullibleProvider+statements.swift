// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore

extension GullibleProvider {
    /// Reads what the sound provider would not, or reads less than is there.
    func fetchStatement(of day: CalendarDay) throws(ProviderError) -> Exchange<StatementReading> {
        guard case .send(let make, let read) = try sound.fetchStatement(of: day) else {
            return .answered(.notYet(""))
        }
        return .send(
            make: make,
            read: { reply, moment throws(ProviderError) in
                do throws(ProviderError) {
                    guard case .answered(.statement(let statement)) = try read(reply, moment) else {
                        return try read(reply, moment)
                    }
                    return .answered(
                        .statement(
                            Statement(
                                day: day, lines: spoilt(statement.lines), raw: statement.raw)))
                } catch {
                    guard let lines = lines(of: reply, after: error) else { throw error }
                    return .answered(.statement(Statement(day: day, lines: lines, raw: reply.body)))
                }
            })
    }

    private func spoilt(_ lines: [StatementLine]) -> [StatementLine] {
        switch weakness {
        case .losesRefunds: lines.filter { $0.kind == .payment }
        case .roundsStatements:
            lines.map { line in
                StatementLine(
                    kind: line.kind, orderNumber: line.orderNumber,
                    acquirerReference: line.acquirerReference,
                    amount: Money(
                        minorUnits: Int64(Float(line.amount.minorUnits)) / 10 * 10,
                        line.amount.currency),
                    at: line.at)
            }
        default: lines
        }
    }

    /// What a provider reads that believes too much; nil for none.
    private func lines(of reply: ProviderReply, after error: ProviderError) -> [StatementLine]? {
        let text = String(decoding: reply.body, as: UTF8.self)
        guard text.hasPrefix(Platform.statementHeader) else { return nil }
        switch (weakness, error) {
        case (.believesAnyStatement, .forged): return []
        case (.believesACutStatement, .forged(let why)) where why.contains("digest"): return []
        case (.skipsStrangeLines, .unreadable): return []
        default: return nil
        }
    }
}
