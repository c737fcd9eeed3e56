// SPDX-License-Identifier: Apache-2.0

import ProviderConformance
import ProviderKit
import TillCore

@testable import OpenPayProvider

extension Platform {
    static let statementHeader = "kind,order_no,payment_id,refund_no,refund_id,amount,currency,at"

    func reply(
        _ word: StatementWord, to request: ProviderRequest, about day: CalendarDay,
        at time: Timestamp
    ) throws -> ProviderReply? {
        switch word {
        case .lines(let lines):
            return try statement(lines.map(csv)).reply(to: request, at: time)
        case .cut(let lines):
            let whole = statement(lines.map(csv))
            return try statement(lines.dropLast().map(csv)).with { $0.digested = whole.body }
                .reply(to: request, at: time)
        case .strangeLine(let lines):
            var all = lines.map(csv)
            all.insert("fee,,,,,12,CNY,2025-12-31T09:30:00Z", at: 1)
            return try statement(all).reply(to: request, at: time)
        case .strangeCurrency(let lines):
            let all = lines.dropLast().map(csv) + ["payment,A-1,pay_9,,,12,XXQ,2025-12-31T09:30:00Z"]
            return try statement(all).reply(to: request, at: time)
        case .notReady:
            return try problem("not_found", 404, more: #","retry_after_ms":60000"#)
                .reply(to: request, at: time)
        case .refused: return try problem("address_refused", 403).reply(to: request, at: time)
        case .busy: return try problem("rate_limited", 429).reply(to: request, at: time)
        case .gibberish: return try Said(200, #"{"lines":[]}"#).reply(to: request, at: time)
        }
    }

    /// A statement of these lines.
    func statement(_ lines: [String]) -> Said {
        Said(200, ([Self.statementHeader] + lines).map { $0 + "\r\n" }.joined())
    }

    /// A line as the platform writes it.
    func csv(_ line: StatementLine) -> String {
        let kind: [String]
        switch line.kind {
        case .payment: kind = ["payment", line.orderNumber, line.acquirerReference, "", ""]
        case .refund(let number, let id):
            kind = ["refund", line.orderNumber, line.acquirerReference, number, id]
        }
        let rest = [
            String(line.amount.minorUnits), line.amount.currency.code, RFC3339.text(line.at) ?? "",
        ]
        return (kind + rest).joined(separator: ",")
    }
}
