// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes

/// An answer as a merchant's program sees it, read with Foundation and not with the platform's own reader.
struct Seen {
    let response: HTTPResponse
    let body: [UInt8]
    let delay: Int64

    struct Money: Decodable, Equatable { let value: Int64, currency: String }

    struct Payment: Decodable, Equatable {
        let id: String, order_no: String, status: String, amount: Money, code: String?, expires_at: String
        let paid_at: String?, paid_amount: Money?, payer: String?, refunded: Money, version: Int

        /// The path of the phone page.
        var path: String { code.map { String($0.dropFirst("http://127.0.0.1:8471".count)) } ?? "/p/none" }
    }

    struct Refund: Decodable, Equatable {
        let id: String, refund_no: String, payment: String, order_no: String, status: String, amount: Money
        let reason: String?, done_at: String?, version: Int
    }

    struct Problem: Decodable, Equatable {
        let type: String, title: String, status: Int, detail: String, code: String, outcome: String, server_time: String
        let field: String?, retry_after_ms: Int?
    }

    struct Event<Resource: Decodable>: Decodable { let type: String, created: String, data: Resource }

    var status: Int { response.status.code }
    var text: String { String(decoding: body, as: UTF8.self) }

    func payment() throws -> Payment { try JSONDecoder().decode(Payment.self, from: Data(body)) }
    func refund() throws -> Refund { try JSONDecoder().decode(Refund.self, from: Data(body)) }
    func problem() throws -> Problem { try JSONDecoder().decode(Problem.self, from: Data(body)) }
}

/// An answer that never arrived whole.
struct Lost: Error, Equatable { let bytes: Int?, delay: Int64 }
