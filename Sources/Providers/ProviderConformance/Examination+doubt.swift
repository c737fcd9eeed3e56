// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Testing
import TillCore

extension Examination {
    func unsigned() throws {
        for (question, error) in try successes(tampering: { subject.unsigned($0) }) {
            #expect(error?.isForgery == true, "an unsigned answer to a \(question) is believed")
        }
        for word in [AcquirerWord.over, .paid(amount)] {
            var trips = 0
            let closing = try close([.waiting, word]) { reply in
                trips += 1
                return trips == 1 ? reply : subject.unsigned(reply)
            }
            #expect(
                trips == 2 && closing.error?.isForgery == true,
                "an unsigned answer to a close is believed")
        }
    }

    func stale() throws {
        for hours in [-24, -1, 1, 24] {
            let then = now + .seconds(hours * 3600)
            for (question, error) in try successes(signedAt: then, tampering: { $0 }) {
                #expect(
                    error?.isForgery == true,
                    "an answer to a \(question) that was signed \(hours) hours from now is believed"
                )
            }
        }
    }

    func gibberish() throws {
        let errors = [
            try create(.gibberish).error, try query(.gibberish).error,
            try close([.gibberish]).error,
            try refund(.gibberish).error, try queryRefund(.gibberish).error,
        ]
        for error in errors {
            #expect(error?.consequence == .moneyMayHaveMoved)
        }
    }

    func changedReplies() throws {
        let provider = try subject.provider(selling: amount.currency)
        guard case .send(let make, let read) = try provider.queryPayment(of: attempt) else {
            return
        }
        let request = try make(Conversation<Outcome>.moment(now, 1))
        let reply = try subject.reply(.paid(amount), to: request, about: attempt, at: now)
        func answer(_ head: HTTPResponse, _ body: [UInt8]) -> Result<
            Exchange<Outcome>, ProviderError
        > {
            let changed = ProviderReply(head: head, body: body, request: request)
            return Result { () throws(ProviderError) in
                try read(changed, Conversation<Outcome>.moment(now, 2))
            }
        }
        guard case .success(.answered(let original)) = answer(reply.head, reply.body),
            case .paid = original
        else {
            Issue.record("a paid payment is not paid")
            return
        }
        let changedBodies = Self.changes(of: reply.body)
        let believed = changedBodies.filter { body in
            guard case .failure(let error) = answer(reply.head, body) else { return true }
            return error.consequence != .moneyMayHaveMoved
        }
        let sample = believed.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(
            believed.isEmpty,
            "\(believed.count) of \(changedBodies.count) changed bodies are believed, such as \(sample)"
        )
        // A field that means nothing may change; then the answer is the one that was signed.
        let trusted = Self.changes(of: reply.head).filter { head in
            switch answer(head, reply.body) {
            case .failure: false
            case .success(.answered(let answer)): answer != original
            case .success(.send): true
            }
        }
        #expect(
            trusted.isEmpty,
            "changed heads are believed, such as \(trusted.first?.debugDescription ?? "")")
    }

    /// Every truncation, every flip of a bit, and a byte more.
    private static func changes(of body: [UInt8]) -> [[UInt8]] {
        var changes = body.indices.map { Array(body[..<$0]) }
        for index in body.indices {
            for bit in 0..<8 {
                var changed = body
                changed[index] ^= 1 << UInt8(bit)
                changes.append(changed)
            }
        }
        return changes + [body + [0x20], body + body]
    }

    /// Other statuses, each field missing or doubled, and a flip in each of its bytes.
    private static func changes(of head: HTTPResponse) -> [HTTPResponse] {
        var changes = [200, 201, 202, 204, 302, 400, 404, 409, 429, 500, 503]
            .filter { $0 != head.status.code }
            .map { HTTPResponse(status: .init(code: $0), headerFields: head.headerFields) }
        let fields = Array(head.headerFields)
        for index in fields.indices {
            var without = fields
            without.remove(at: index)
            changes.append(HTTPResponse(status: head.status, headerFields: HTTPFields(without)))
            changes.append(
                HTTPResponse(
                    status: head.status, headerFields: HTTPFields(fields + [fields[index]])))
            let value = fields[index].withUnsafeBytesOfValue { Array($0) }
            for place in value.indices {
                var changed = value
                changed[place] ^= 1 << UInt8(place % 7)
                var others = fields
                others[index] = HTTPField(name: fields[index].name, lenientValue: changed)
                changes.append(HTTPResponse(status: head.status, headerFields: HTTPFields(others)))
            }
        }
        return changes
    }
}
