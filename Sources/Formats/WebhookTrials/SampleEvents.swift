// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Events of a sale that never was, as a terminal tells them.
struct SampleEvents {
    /// The sale.
    let order: String
    /// The epoch of the ids.
    let epoch: String
    /// When they happened.
    let at: WireTime

    /// The id of an event.
    func id(_ number: Int) -> String { "\(epoch)-\(number)" }

    /// The body of an event.
    func body(_ number: Int, _ type: EventType, _ status: OrderStatus, subject: String = "Tea") throws -> [UInt8] {
        try WireJSON.bytes(of: message(number, type, status, subject: subject))
    }

    private func message(_ number: Int, _ type: EventType, _ status: OrderStatus, subject: String) -> EventMessage {
        EventMessage(
            type: type, timestamp: at,
            data: EventMessage.Content(
                id: id(number), terminal: "T-TRIAL", entry: "trial", orderID: order, status: status,
                order: OrderResource(
                    id: order, reference: "trial-1", status: status,
                    amount: MoneyResource(value: 1250, currency: "CNY"), subject: subject, attempts: [],
                    openedAt: at, deadline: at, secondsLeft: 0, version: Int64(number), metadata: ["trial": "yes"])))
    }
}
