// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Testing
import TillCore

extension Examination {
    func sameContent() throws {
        let provider = try subject.provider(selling: amount.currency)
        let first = Moment(now: now, nonce: [UInt8](repeating: 1, count: 16))
        let later = Moment(now: now + .seconds(95), nonce: [UInt8](repeating: 2, count: 16))
        func compare<Answer>(_ question: String, _ exchange: () throws -> Exchange<Answer>) throws {
            guard case .send(let make, _) = try exchange(),
                case .send(let again, _) = try exchange()
            else {
                return
            }
            let requests = [try make(first), try make(later), try again(later)]
            for request in requests {
                #expect(
                    try subject.content(of: request) == subject.content(of: requests[0]),
                    "\(question)")
                #expect(request.head.path == requests[0].head.path, "\(question)")
                #expect(request.head.method == requests[0].head.method, "\(question)")
            }
        }
        try compare("create") { try provider.createPayment(for: attempt) }
        try compare("query") { try provider.queryPayment(of: attempt) }
        try compare("close") { try provider.closePayment(of: attempt) }
        try compare("refund") { try provider.refund(refund, of: attempt) }
        try compare("query of a refund") { try provider.queryRefund(refund, of: attempt) }
    }

    func queries() throws {
        let asking = try query(.waiting).requests + queryRefund(.pending).requests
        let doing = try create(.waiting).requests + refund(.done).requests
        #expect(!asking.isEmpty && asking.allSatisfy(\.isQuery))
        #expect(!doing.isEmpty && doing.allSatisfy { !$0.isQuery })
        var closing: [ProviderRequest] = []
        try everyClose { _, conversation in closing += conversation.requests }
        #expect(!closing.isEmpty)
        for request in asking + doing + closing {
            #expect(request.isQuery == subject.onlyAsks(request), "\(request.head)")
        }
    }

    func closing() throws {
        var faults: [String] = []
        try everyClose { words, conversation in
            let path = "after \(words.map { "\($0)" }.joined(separator: ", "))"
            switch conversation.result {
            case .success(.closed) where words.last != .over: faults.append("closed \(path)")
            case .success(.paid(let payment)) where words.last != .paid(payment.amount):
                faults.append("paid \(path)")
            case .success, .failure: break
            case nil: faults.append("more than three round trips \(path)")
            }
        }
        #expect(faults.isEmpty, "\(faults.prefix(3).joined(separator: "; "))")
        guard case .closed = try close([.over]).answer else {
            Issue.record("what is over is not closed")
            return
        }
        guard case .closed = try close([.waiting, .over]).answer else {
            Issue.record("what is closed when asked to is not closed")
            return
        }
    }

    /// Visits each conversation about a close that an acquirer can bring about.
    private func everyClose(_ visit: ([AcquirerWord], Conversation<Closing>) throws -> Void) throws {
        let words: [AcquirerWord] = [
            .waiting, .paid(amount), .over, .unheardOf, .notFound, .refused, .busy, .unsure,
            .gibberish,
        ]
        var open: [[AcquirerWord]] = [[]]
        while let path = open.popLast() {
            for word in words {
                let next = path + [word]
                let conversation = try close(next)
                // With more requests than words, the last word was said twice: the path goes on.
                if conversation.requests.count <= next.count {
                    try visit(next, conversation)
                } else {
                    open.append(next)
                }
            }
        }
    }
}
