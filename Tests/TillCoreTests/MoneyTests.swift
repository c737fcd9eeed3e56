// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore

@Suite struct `Money and its decimals` {
    /// A currency of each exponent.
    static let currencies = ["JPY", "CNY", "KWD", "CLF"]

    /// 0 to 10^12: all edges of the decimals, and many values between.
    static var amounts: [Int64] {
        var amounts: Set<Int64> = [0, Money.largest]
        var power: Int64 = 1
        while power <= Money.largest {
            for near in [power - 1, power, power + 1, power * 5 - 1, power * 9]
            where near <= Money.largest { amounts.insert(near) }
            power *= 10
        }
        var seed: UInt64 = 42
        for shift in 0..<2000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            amounts.insert(Int64(seed >> 12) % (Money.largest >> Int64(shift % 38)))
        }
        return amounts.sorted()
    }

    @Test(arguments: currencies)
    func `every amount comes back from its own text`(code: String) throws {
        let currency = try #require(Currency(code))

        let lost = try Self.amounts.filter { minorUnits in
            let money = Money(minorUnits: minorUnits, currency)
            return try Money(decimal: money.decimalString, currency) != money
        }

        #expect(lost == [])
    }

    @Test(arguments: currencies)
    func `the text is what exact decimal arithmetic makes of it`(code: String) throws {
        let currency = try #require(Currency(code))

        let wrong = try Self.amounts.filter { minorUnits in
            let text = Money(minorUnits: minorUnits, currency).decimalString
            let judge = try #require(
                Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")))
            return judge * Decimal(currency.minorUnitsPerUnit) != Decimal(minorUnits)
        }

        #expect(wrong == [])
    }

    @Test(arguments: currencies)
    func `every amount survives JSON`(code: String) throws {
        let currency = try #require(Currency(code))
        let amounts = Self.amounts.map { Money(minorUnits: $0, currency) }

        let back = try JSONDecoder().decode([Money].self, from: JSONEncoder().encode(amounts))

        #expect(back == amounts)
    }

    @Test(arguments: [
        ("12.50", "CNY", Int64(1250)), ("12.5", "CNY", 1250), ("12", "CNY", 1200), ("0", "CNY", 0),
        ("0.01", "CNY", 1), ("007.10", "CNY", 710), ("1250", "JPY", 1250), ("1.25", "KWD", 1250),
        ("1.0001", "CLF", 10001), ("10000000000.00", "CNY", 1_000_000_000_000),
        ("1000000000000", "JPY", 1_000_000_000_000), ("100000000.0000", "CLF", 1_000_000_000_000),
    ])
    func `a decimal is read`(text: String, code: String, minorUnits: Int64) throws {
        let currency = try #require(Currency(code))

        let money = try Money(decimal: text, currency)

        #expect(money.minorUnits == minorUnits)
    }

    @Test(arguments: [
        "", " ", ".", "1.", ".5", "1.2.3", "1,50", "1 000", "1_000", "+1", "--1", "-", "- 1", "1e3",
        "0x10", "１２", "١٢", "12.5０", "1\u{301}", "1.\u{301}5", "NaN", "inf", "12 ", "\n12", "12\0",
        "1\u{200B}2",
    ])
    func `what is not digits and a point is not a number`(text: String) {
        #expect(throws: MoneyError.notANumber(text)) { try Money(decimal: text, .cny) }
    }

    @Test(arguments: ["-1", "-0.01", "-0", "-99999999999999999999999"])
    func `a sign makes it negative`(text: String) {
        #expect(throws: MoneyError.negative) { try Money(decimal: text, .cny) }
    }

    @Test(arguments: [("1.234", "CNY"), ("1.200", "CNY"), ("1.0", "JPY"), ("1.2345", "KWD")])
    func `decimals that the currency has not are refused`(text: String, code: String) throws {
        let currency = try #require(Currency(code))

        #expect(throws: MoneyError.tooManyDecimals(currency: currency)) {
            try Money(decimal: text, currency)
        }
    }

    @Test(arguments: [
        "10000000000.01", "9223372036854775807", "9223372036854775808", "92233720368547758.08",
        String(repeating: "9", count: 5000),
    ])
    func `more than the largest is refused and the largest is named`(text: String) {
        #expect(throws: MoneyError.tooLarge(largest: "10000000000.00")) {
            try Money(decimal: text, .cny)
        }
    }

    @Test(arguments: [Int64.min, -1, Money.largest + 1, Int64.max])
    func `minor units from outside are checked`(minorUnits: Int64) {
        let expected: MoneyError =
            minorUnits < 0 ? .negative : .tooLarge(largest: "10000000000.00")

        #expect(throws: expected) { try Money(checking: minorUnits, .cny) }
    }

    @Test(arguments: [
        #"{"value": -1, "currency": "CNY"}"#, #"{"value": 1000000000001, "currency": "CNY"}"#,
        #"{"value": 1.5, "currency": "CNY"}"#, #"{"value": 1e30, "currency": "CNY"}"#,
        #"{"value": "12", "currency": "CNY"}"#, #"{"value": 1, "currency": "cny"}"#,
        #"{"value": 1, "currency": "XXX"}"#, #"{"value": 1}"#, #"{"currency": "CNY"}"#,
    ])
    func `JSON that is no amount is refused`(json: String) {
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(Money.self, from: Data(json.utf8))
        }
    }

    @Test func `sums and differences stay in range`() throws {
        let largest = Money(minorUnits: Money.largest, .cny)
        let one = Money(minorUnits: 1, .cny)
        let yen = Money(minorUnits: 1, .jpy)

        #expect(try largest.subtracting(one).adding(one) == largest)
        #expect(try one.subtracting(one).isZero)
        #expect(throws: MoneyError.tooLarge(largest: "10000000000.00")) { try largest.adding(one) }
        #expect(throws: MoneyError.tooLarge(largest: "10000000000.00")) {
            try largest.adding(largest)
        }
        #expect(throws: MoneyError.negative) { try one.subtracting(largest) }
        #expect(throws: MoneyError.currenciesDiffer) { try one.adding(yen) }
        #expect(throws: MoneyError.currenciesDiffer) { try one.subtracting(yen) }
    }

    @Test(arguments: [
        MoneyError.notANumber("x"), .negative, .tooManyDecimals(currency: .jpy),
        .tooManyDecimals(currency: .cny), .tooLarge(largest: "1.00"), .currenciesDiffer,
    ])
    func `an error is a sentence without a capital or a full stop`(error: MoneyError) {
        let text = error.description

        #expect(!text.hasSuffix("."))
        #expect(text.count > 10)
    }
}

@Suite struct `Currencies of ISO 4217` {
    @Test(arguments: [
        ("JPY", 0, Int64(1)), ("KRW", 0, 1), ("CNY", 2, 100), ("EUR", 2, 100), ("XCG", 2, 100),
        ("KWD", 3, 1000), ("TND", 3, 1000), ("CLF", 4, 10000), ("UYW", 4, 10000),
    ])
    func `a currency has its decimals`(code: String, exponent: Int, units: Int64) throws {
        let currency = try #require(Currency(code))

        #expect(currency.exponent == exponent)
        #expect(currency.minorUnitsPerUnit == units)
    }

    @Test(arguments: ["", "cny", "CN", "CNYY", "XXX", "XTS", "XAU", "C¥", "ÇNY", "ANG", "HRK"])
    func `what ISO 4217 does not list is no currency`(code: String) {
        #expect(Currency(code) == nil)
    }

    @Test func `equal currencies are equal however they were made`() {
        #expect(Currency("CNY") == .cny)
        #expect(Currency("JPY") == .jpy)
        #expect(Currency("KWD") == .kwd)
    }
}

@Suite struct `Points in time` {
    @Test func `a duration is added to the millisecond`() {
        let start = Timestamp(milliseconds: 1000)

        #expect((start + .milliseconds(1)).milliseconds == 1001)
        #expect((start + .microseconds(1999)).milliseconds == 1001)
        #expect((start + .seconds(-2)).milliseconds == -1000)
        #expect((start + .seconds(48 * 3600)).since(start) == .seconds(48 * 3600))
        #expect(start.since(start + .seconds(5)) == .seconds(-5))
        #expect(start < start + .milliseconds(1))
    }
}
