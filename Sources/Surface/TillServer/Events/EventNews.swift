// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

/// One event as it goes out to those who read: written down once, however many they are.
struct EventNews: Sendable {
    /// The row of the journal.
    let seq: Int64
    /// The order that it is about; nil for the terminal itself.
    let order: OrderID?
    /// The event as text of a stream, with the empty line behind it.
    let text: [UInt8]

    /// Writes a row of the journal down.
    init(_ event: JournalEvent, epoch: String) throws {
        seq = event.row.seq
        order = event.row.order
        text = try Self.text(of: EventResource(event, epoch: epoch))
    }

    /// An event as text of a stream; what stands in it is one line, since JSON has no other.
    ///
    /// Source: HTML Living Standard, section 9.2.6, interpreting an event stream.
    static func text(of event: EventResource) throws -> [UInt8] {
        Array("id: \(event.id)\ndata: ".utf8) + (try WireJSON.bytes(of: event)) + Array("\n\n".utf8)
    }
}

extension EventResource {
    /// A row of the journal as people and programs see it.
    init(_ event: JournalEvent, epoch: String) {
        let row = event.row
        self.init(
            id: "\(epoch)-\(row.seq)", type: event.type, order: row.order?.text, at: WireTime(row.wall),
            entry: row.entry.name, status: row.status.map { TillAPI.OrderStatus(rawValue: $0) })
    }
}
