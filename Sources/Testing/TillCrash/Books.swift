// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The acquirer's books: the truth about money.
struct Books: Decodable {
    struct Amount: Decodable {
        let value: Int64
        let currency: String
    }

    struct Payment: Decodable {
        let id: String
        let order_no: String
        let status: String
        let refunded: Amount
        let paid_amount: Amount?
        let page: String
        let twin_of: String?
    }

    struct Notify: Decodable {
        let payment: String
        let type: String
        let state: String
    }

    struct Held: Decodable {
        let order_no: String
        let value: Int64
    }

    struct Refund: Decodable {
        let refund_no: String
        let order_no: String
        let status: String
        let amount: Amount
    }

    let held: [Held]
    let payments: [Payment]
    let refunds: [Refund]
    let notifies: [Notify]

    /// Money of orders that were paid twice, of which the shop need not know yet, payment by payment: nobody asks about a
    /// sale that is paid, and the next try of the notify is still to come.
    var untold: [String: [Int64]] {
        let waiting = Set(notifies.filter { $0.state == "waiting" && $0.type == "payment.paid" }.map(\.payment))
        let twins = Set(payments.filter { $0.twin_of != nil }.map(\.order_no))
        let untold = payments.filter { twins.contains($0.order_no) && waiting.contains($0.id) }
        return Dictionary(grouping: untold, by: \.order_no).mapValues { payments in
            payments.map { ($0.paid_amount?.value ?? 0) - $0.refunded.value }
        }
    }

    /// What the books have about an order number, for people.
    func story(of orderNo: String) -> String {
        payments.filter { $0.order_no == orderNo }.map { payment in
            let told = notifies.filter { $0.payment == payment.id }.map { "\($0.type) \($0.state)" }
            return "\(payment.id) \(payment.status)\(payment.twin_of == nil ? "" : ", a twin"), told: \(told)"
        }.joined(separator: "; ")
    }

    /// Reads the newest payments.
    static func read(_ shop: Shop, limit: Int = 100_000) throws -> Books {
        guard let answer = shop.bank.exchange("GET", "/sandbox/books?limit=\(limit)", limit: .seconds(60)),
            answer.status == 200
        else { throw CrashFault("the sandbox does not show its books") }
        return try JSONDecoder().decode(Books.self, from: answer.body)
    }
}
