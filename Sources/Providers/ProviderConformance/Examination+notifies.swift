// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Testing
import TillCore

extension Examination {
    func notifies() throws {
        let provider = try subject.provider(selling: amount.currency)
        let moment = Moment(now: now, nonce: [UInt8](repeating: 7, count: 16))
        guard let told = try subject.notify(.paid(amount), about: attempt, at: now) else { return }
        let reading = try provider.readNotify(told, at: moment)
        guard case .payment(let reference, .paid(let payment)) = reading.word else {
            Issue.record("a notify of a payment is not one: \(reading)")
            return
        }
        #expect(reference == attempt.reference)
        #expect(payment.amount == amount)
        #expect(try !reading.id.isEmpty && provider.readNotify(told, at: moment) == reading)
        for word in [AcquirerWord.waiting, .unheardOf] {
            guard let notify = try subject.notify(word, about: attempt, at: now),
                case .payment(_, let outcome) = try provider.readNotify(notify, at: moment).word
            else { continue }
            guard case .pending = outcome else {
                Issue.record("a notify that is \(word) is \(outcome)")
                continue
            }
        }
        #expect(isForged(subject.unsigned(told), to: provider), "an unsigned notify is believed")
        for hours in [-1, 1] {
            let then = now + .seconds(hours * 3600)
            let stale = try #require(try subject.notify(.paid(amount), about: attempt, at: then))
            #expect(
                isForged(stale, to: provider),
                "a notify that was signed \(hours) hours from now is believed")
        }
        let changed = told.body.indices.flatMap { index in
            var flipped = told.body
            flipped[index] ^= 1 << UInt8(index % 8)
            return [flipped, Array(told.body[..<index])]
        }
        let believed = changed.filter { body in
            !isForged(Notify(head: told.head, body: body), to: provider)
        }
        #expect(
            believed.isEmpty, "\(believed.count) of \(changed.count) changed notifies are believed")
    }

    private func isForged(_ notify: Notify, to provider: any PaymentProvider) -> Bool {
        let moment = Moment(now: now, nonce: [UInt8](repeating: 8, count: 16))
        do throws(ProviderError) {
            _ = try provider.readNotify(notify, at: moment)
            return false
        } catch {
            return error.isForgery
        }
    }

    func secrets() throws {
        let provider = try subject.provider(selling: amount.currency)
        var texts = Self.descriptions(of: provider)
        let moment = Moment(now: now, nonce: [UInt8](repeating: 9, count: 16))
        let words: [AcquirerWord] = [
            .waiting, .paid(amount), .over, .unheardOf, .notFound, .refused, .busy, .unsure,
            .gibberish,
        ]
        for word in words {
            for tampering in [{ $0 }, { subject.unsigned($0) }] as [Tampering] {
                let created = try create(word, tampering: tampering)
                let asked = try query(word, tampering: tampering)
                let closed = try close([word], tampering: tampering)
                for request in created.requests + asked.requests + closed.requests {
                    texts += Self.descriptions(of: request) + Self.wire(of: request)
                }
                for error in [created.error, asked.error, closed.error] {
                    texts += error.map { Self.descriptions(of: $0) } ?? []
                }
            }
        }
        for request in try refund(.done).requests + queryRefund(.done).requests {
            texts += Self.descriptions(of: request) + Self.wire(of: request)
        }
        if let notify = try subject.notify(.paid(amount), about: attempt, at: now) {
            do throws(ProviderError) {
                texts += Self.descriptions(
                    of: try provider.readNotify(subject.unsigned(notify), at: moment))
            } catch {
                texts += Self.descriptions(of: error)
            }
        }
        #expect(!subject.secrets.isEmpty)
        for secret in subject.secrets {
            #expect(secret.utf8.count >= 8, "too short to be told from other text")
            #expect(!texts.contains { $0.contains(secret) }, "a secret is told")
        }
    }

    private static func descriptions(of value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        // A dump has a line for each byte: joined, they are one text again.
        let joined = dumped.split(separator: "\n").map { $0.drop { " -▿".contains($0) } }
            .joined(separator: ", ")
        return [String(describing: value), String(reflecting: value), dumped, joined]
    }

    private static func wire(of request: ProviderRequest) -> [String] {
        request.head.headerFields.map(\.value) + [String(decoding: request.body, as: UTF8.self)]
    }
}
