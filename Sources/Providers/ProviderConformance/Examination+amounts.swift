// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

extension Examination {
    func amounts() throws {
        for currency in subject.currencies {
            let provider = try subject.provider(selling: currency)
            for minorUnits in Self.samples {
                let money = Money(minorUnits: minorUnits, currency)
                let attempt = subject.attempt(of: money)
                let created = try create(.waiting, of: attempt)
                let request = try #require(created.requests.first)
                #expect(
                    try subject.amount(in: request) == money,
                    "asked for another amount than \(money)")
                guard case .code = created.answer else {
                    Issue.record("no code for \(money): \(String(describing: created.result))")
                    continue
                }
                #expect(try paid(query(.paid(money), of: attempt).answer) == money)
                let refund = subject.refund(of: money, from: attempt)
                let sent = try Conversation(
                    { () throws(ProviderError) in try provider.refund(refund, of: attempt) },
                    at: now
                ) { request, _ in try subject.reply(.done, to: request, about: refund, at: now) }
                #expect(sent.answer == .done)
                #expect(try subject.amount(in: try #require(sent.requests.first)) == money)
            }
        }
    }

    func otherAmounts() throws {
        var others = [1, amount.minorUnits - 1, amount.minorUnits + 1, Money.largest].map {
            Money(minorUnits: $0, amount.currency)
        }
        if let currency = subject.currencies.last, currency != amount.currency {
            others.append(Money(minorUnits: amount.minorUnits, currency))
        }
        for other in others {
            #expect(try paid(query(.paid(other)).answer) == other)
            guard case .paid(let payment) = try close([.paid(other)]).answer else {
                Issue.record("a close of what is paid with \(other) is not paid")
                continue
            }
            #expect(payment.amount == other)
        }
    }

    private func paid(_ outcome: Outcome?) -> Money? {
        if case .paid(let payment) = outcome { payment.amount } else { nil }
    }

    /// 1 to 10^12: edges, powers of ten and of two, and what lies between.
    static var samples: [Int64] {
        var samples: Set<Int64> = [1, 2, 9, 1250, 999_999, Money.largest]
        for power in 1...12 {
            let ten = (0..<power).reduce(Int64(1)) { value, _ in value * 10 }
            samples.formUnion([ten - 1, ten, ten + 1])
        }
        for power in [8, 15, 16, 31, 32] {
            let two = Int64(1) << Int64(power)
            samples.formUnion([two - 1, two, two + 1])
        }
        var seed: UInt64 = 4711
        for _ in 0..<24 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            samples.insert(Int64(seed >> 24) % Money.largest + 1)
        }
        return samples.filter { (1...Money.largest).contains($0) }.sorted()
    }
}
