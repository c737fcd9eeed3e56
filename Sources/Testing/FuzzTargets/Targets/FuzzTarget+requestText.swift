// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore

extension FuzzTarget {
    /// Short texts of requests and answers: times, days, amounts, idempotency keys, addresses to listen at.
    static let requestText = FuzzTarget(
        "request-text",
        words: [
            "2026-03-01", "T09:00:00", ".000", "Z", "+01:00", "-23:59", "23:59:60", "0000-", "9999-", "02-29", "12.50",
            "12.5", ".5", "5.", "92233720368547758.07", "127.0.0.1:8470", "[::1]:", "localhost:", "tea-1", "CNY", "JPY",
        ], longest: 160
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        var isRead = false
        if let time = WireTime(text: text) {
            guard WireTime.range.contains(time.milliseconds), WireTime(text: time.text) == time else {
                return .broken("a time that was written is not read as the same")
            }
            isRead = true
        }
        for exponent in 0...4 {
            guard let units = DecimalText.minorUnits(of: text, exponent: exponent) else { continue }
            let written = DecimalText.text(minorUnits: units, exponent: exponent)
            guard units >= 0, DecimalText.minorUnits(of: written, exponent: exponent) == units else {
                return .broken("an amount changed")
            }
            isRead = true
        }
        if let day = CalendarDay(text) {
            guard day.description == text, day.next.previous == day || day.number == CalendarDay.numbers.upperBound
            else {
                return .broken("a day changed")
            }
            isRead = true
        }
        if let fault = faultOfMoney(text) { return .broken(fault) }
        if let address = ListenAddress(text) {
            guard (1...65_535).contains(address.port), !address.host.isEmpty else { return .broken("no address") }
            isRead = true
        }
        do throws(TillAPI.Problem) {
            let key = try TillAPI.IdempotencyKey(text)
            return key.description == text ? .read : .broken("a key changed")
        } catch {
            return .of(Sentence.fault(of: error.description), otherwise: isRead ? .read : .refused)
        }
    }

    /// Compares the two readers of decimals, which share no code.
    private static func faultOfMoney(_ text: String) -> String? {
        // A request's amount has gone through the first reader before it comes to the second.
        guard text.utf8.count <= DecimalText.limit else { return nil }
        for currency in [Currency.cny, .jpy, .kwd] {
            guard let money = try? Money(decimal: text, currency) else { continue }
            guard let units = DecimalText.minorUnits(of: text, exponent: currency.exponent) else {
                return "\(text) is \(money), and no amount in a request"
            }
            guard units == money.minorUnits else { return "\(text) is \(money) and \(units) minor units" }
        }
        return nil
    }
}
