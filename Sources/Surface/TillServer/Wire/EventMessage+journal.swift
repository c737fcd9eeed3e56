// SPDX-License-Identifier: Apache-2.0

import JournalChain
package import TillAPI
package import TillCore
package import TillStore

extension EventMessage {
    /// What an endpoint is told of a row of the journal: the same bytes whenever it is asked.
    ///
    /// - Parameter order: the order as it was after the row; nil if it is about none.
    package static func body(of event: JournalEvent, _ order: Order?, epoch: String, terminal: TerminalID) throws
        -> [UInt8]
    {
        let row = event.row
        var message = EventMessage(
            type: EventType(rawValue: event.type), timestamp: WireTime(row.wall),
            data: Content(
                id: "\(epoch)-\(row.seq)", terminal: terminal.text, entry: row.entry.name,
                head: event.pin(of: epoch).text, orderID: row.order?.text,
                status: row.status.map { TillAPI.OrderStatus(rawValue: $0) },
                order: order.map { OrderResource($0, at: row.at) }))
        let body = try WireJSON.bytes(of: message)
        guard body.count > bytesMax else { return body }
        message.data.order = nil
        return try WireJSON.bytes(of: message)
    }
}
