// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `The quick readings of a verification` {
    @Test(arguments: 1...6) func `read and spell as the slow ones do, after a day on which anything happened`(seed: Int)
        async throws
    {
        let clock = HandClock(seed: UInt64(seed))
        let ledger = try Bench.inMemory(clock)
        var walk = Walk(ledger, clock, seed: UInt64(seed))
        try await walk.go(300)
        for number in 0..<5 { _ = try await ledger.paid(with: "P\(number)") }

        let entries = try await ledger.read { try String.fetchAll($0, sql: "SELECT entry FROM journal") }
        let orders = try await ledger.newestOrders(limit: .max)

        let read = try entries.compactMap { text in
            try EntryScanner.entry(text).map { ($0, try JSON.value(JournalEntry.self, from: text)) }
        }
        #expect(read.count > 50)
        #expect(read.allSatisfy { $0.0 == $0.1 })
        var spelt = 0
        for order in orders {
            #expect(try PartSpelling.text(of: order.slips) == JSON.text(of: order.slips))
            for (quick, slow) in try Self.spellings(order) {
                guard let quick else { continue }
                #expect(quick == slow)
                spelt += 1
            }
        }
        #expect(spelt > 15)
    }

    private static func spellings(_ order: Order) throws -> [(String?, String)] {
        try order.attempts.map { (PartSpelling.text(of: $0), try JSON.text(of: $0)) }
            + order.transactions.map { (PartSpelling.text(of: $0), try JSON.text(of: $0)) }
            + order.prints.map { (PartSpelling.text(of: $0), try JSON.text(of: $0)) }
    }

    @Test(arguments: [
        AttemptFact.codeIssued(PaymentCode("https://pay.example/é?a=1", acquirerReference: "p", expiresAt: .noon)),
        .codeIssued(PaymentCode("a \" \\ \n b")), .codeIssued(PaymentCode("")),
        .outcome(.paid(Payment(acquirerReference: "支", amount: Money(minorUnits: 0, .jpy), paidAt: .noon)), .notify),
        .outcome(.paid(Payment(acquirerReference: "\u{7F}", amount: Money(minorUnits: Money.largest, .kwd))), .query),
    ])
    func `read rare texts right, or not at all`(fact: AttemptFact) throws {
        let entry = JournalEntry.recorded(.attempt("A", fact))

        let read = EntryScanner.entry(try JSON.text(of: entry))

        #expect(read == nil || read == entry)
    }

    @Test(arguments: [
        #"{"recorded":{"_0":{"attempt":{"_0":"A","_1":{"asking":{}}}}}} "#,
        #" {"recorded":{"_0":{"attempt":{"_0":"A","_1":{"asking":{}}}}}}"#,
        #"{"recorded":{"_0":{"attempt":{"_0":"A","_1":{"asking":{}}}}}"#,
        #"{"recorded":{"_0":{"attempt":{"_0":"A","_1":{"asking":{},"notSent":{}}}}}}"#,
        #"{"recorded":{"_0":{"attempt":{"_0":"A\u0041","_1":{"asking":{}}}}}}"#,
        #"{"recorded":{"_0":{"print":{"_0":"A","_1":{"finished":{"confirmed":1}}}}}}"#,
        #"{"recorded":{"_0":{"attempt":{"_0":"A","_1":{"outcome":{"_0":{"paid":{"_0":{"acquirerReference":"x","amount":{"currency":"CNY","value":01}}}},"_1":"query"}}}}}}"#,
        #"{"recorded":{"_0":{"attempt":{"_0":"A","_1":{"outcome":{"_0":{"paid":{"_0":{"acquirerReference":"x","amount":{"currency":"CNY","value":9999999999999}}}},"_1":"query"}}}}}}"#,
        "", "{}",
    ])
    func `leave what is spelt otherwise to the slow ones`(text: String) {
        let read = EntryScanner.entry(text)

        #expect(read == nil)
    }
}

extension Timestamp {
    fileprivate static let noon = Timestamp(milliseconds: 1_772_366_400_000)
}
