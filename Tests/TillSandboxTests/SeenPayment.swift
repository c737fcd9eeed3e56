// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A payment as a merchant's program reads it.
struct SeenPayment: Decodable {
    let id: String, order_no: String, status: String, code: String?, version: Int

    init(_ answer: Account.Answer) throws { self = try JSONDecoder().decode(SeenPayment.self, from: answer.body) }
}
