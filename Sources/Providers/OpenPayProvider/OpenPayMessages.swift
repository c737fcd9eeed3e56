// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProviderKit
import TillCore

/// The platform's words, spelled its way. Nothing here leaves this module.
///
/// Source: OpenPay, sections 2 and 4.
enum OpenPayMessages {
    /// Whole minor units and three letters.
    struct Amount: Codable, Sendable, Hashable {
        let value: Int64
        let currency: String

        /// Spells our money.
        init(_ money: Money) {
            value = money.minorUnits
            currency = money.currency.code
        }

        /// Reads the platform's money, whatever we expected.
        func money() throws(ProviderError) -> Money {
            guard let known = Currency(currency) else {
                throw .unreadable("a currency that ISO 4217 does not list")
            }
            do throws(MoneyError) {
                return try Money(checking: value, known)
            } catch {
                throw .unreadable("amount \(value): \(error)")
            }
        }
    }

    /// What `POST /payments` says.
    struct NewPayment: Encodable, Sendable {
        let order_no: String
        let amount: Amount
        let subject: String
        let flow: String
        /// RFC 3339.
        let expires_at: String
        let notify_url: String?
        let terminal: Terminal
    }

    /// Who sells.
    struct Terminal: Encodable, Sendable {
        let id: String
        let fingerprint: String
        let store: String
    }

    /// What `POST /payments/{id}/refunds` says.
    struct NewRefund: Encodable, Sendable {
        let refund_no: String
        let amount: Amount
    }

    /// A payment. What we do not need is not read, so that it cannot stand in the way of money.
    struct Payment: Decodable, Sendable {
        let id: String
        let merchant: String?
        let order_no: String
        let status: String
        let amount: Amount
        let code: String?
        let expires_at: String?
        let paid_at: String?
        let paid_amount: Amount?

        /// The status word, fit for a message to people.
        var word: String { OpenPayName.shown(status, longest: 32) }
    }

    /// A refund.
    struct Refund: Decodable, Sendable {
        let id: String?
        let merchant: String?
        let refund_no: String
        let payment: String?
        let status: String
        let amount: Amount
    }

    /// A problem document with the members of this protocol. Source: RFC 9457.
    struct Problem: Decodable, Sendable {
        let code: String
        let title: String?
        let detail: String?
        let outcome: String?
        let retry_after_ms: Int64?
    }

    /// The kind of a notify; its resource is read when the kind is known.
    struct NotifyKind: Decodable, Sendable {
        let type: String
    }

    /// A notify with its whole resource.
    struct Notify<Resource: Decodable & Sendable>: Decodable, Sendable {
        let data: Resource
    }

    /// Writes a message; the same bytes for the same message.
    static func bytes(of message: some Encodable) throws(ProviderError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(message))
        } catch {
            throw .unsupported("a payment that cannot be written as json")
        }
    }

    /// Reads a message that can be read in one way only.
    static func read<Message: Decodable>(_ type: Message.Type, from bytes: [UInt8])
        throws(ProviderError) -> Message
    {
        if let ambiguity = Ambiguity.first(in: bytes) { throw .unreadable(ambiguity) }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw .unreadable(why(error))
        } catch {
            throw .unreadable("no json")
        }
    }

    /// Names the member that is wrong, and nothing of what was in it.
    private static func why(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
            let keys = context.codingPath + (last.map { [$0] } ?? [])
            return keys.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): return "no \(path(context, key))"
        case .valueNotFound(_, let context): return "\(path(context)) is null"
        case .typeMismatch(_, let context): return "\(path(context)) is of another type"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty ? "no json" : "\(path(context)) is out of range"
        @unknown default: return "no json of this form"
        }
    }
}
