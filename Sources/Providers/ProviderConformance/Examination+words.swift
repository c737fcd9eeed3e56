// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

extension Examination {
    func words() throws {
        guard case .code(let code) = try create(.waiting).answer else {
            Issue.record("a create that is answered with a code gives no code")
            return
        }
        #expect(!code.payload.isEmpty)
        guard case .outcome(.paid(let early)) = try create(.paid(amount)).answer else {
            Issue.record("a create whose payment is paid already is not told so")
            return
        }
        #expect(early.amount == amount)
        guard case .outcome(.refused) = try create(.over).answer else {
            Issue.record("a create whose payment is over already is not told so")
            return
        }
        guard case .pending = try query(.waiting).answer else {
            Issue.record("a payment that waits for the payer is not pending")
            return
        }
        guard case .paid(let payment) = try query(.paid(amount)).answer else {
            Issue.record("a paid payment is not paid")
            return
        }
        #expect(!payment.acquirerReference.isEmpty)
        guard case .refused = try query(.over).answer else {
            Issue.record("a payment that is over is not refused")
            return
        }
        #expect(try query(.notFound).answer == .unseen)
        #expect(try refund(.done).answer == .done)
        #expect(try refund(.pending).answer == .pending)
        #expect(try queryRefund(.done).answer == .done)
        #expect(try queryRefund(.pending).answer == .pending)
        #expect(try queryRefund(.notFound).answer == .unseen)
        guard case .refused = try queryRefund(.failed).answer else {
            Issue.record("a refund that failed is not refused")
            return
        }
    }

    func unheardOf() throws {
        guard case .pending = try query(.unheardOf).answer else {
            Issue.record("a query with an unknown status is not pending")
            return
        }
        switch try create(.unheardOf).result {
        case .success(.outcome(.pending)): break
        case .failure(let error): #expect(error.consequence == .moneyMayHaveMoved)
        case let other:
            Issue.record("a create with an unknown status is \(String(describing: other))")
        }
        #expect(try refund(.unheardOf).answer == .pending)
        #expect(try queryRefund(.unheardOf).answer == .pending)
        if case .closed = try close([.unheardOf]).answer {
            Issue.record("a close with an unknown status is closed")
        }
    }

    func refusals() throws {
        #expect(try create(.refused).error?.consequence == .declined)
        #expect(try create(.busy).error?.consequence == .nothingHappened)
        #expect(try create(.unsure).error?.consequence == .moneyMayHaveMoved)
        switch try refund(.refused).result {
        case .success(.refused): break
        case .failure(let error): #expect(error.consequence == .declined)
        case let other: Issue.record("a refund that is refused is \(String(describing: other))")
        }
        #expect(try refund(.busy).error?.consequence == .nothingHappened)
        #expect(try refund(.unsure).error?.consequence == .moneyMayHaveMoved)
        for word in [AcquirerWord.refused, .busy, .unsure] {
            #expect(try query(word).error != nil, "a query that is \(word) has an answer")
        }
        for word in [RefundWord.refused, .busy, .unsure] {
            #expect(
                try queryRefund(word).error != nil, "a refund's query that is \(word) has an answer"
            )
        }
    }
}
