// SPDX-License-Identifier: Apache-2.0

import HummingbirdCore
import NIOCore
import ServiceLifecycle
import TillAPI
import TillCore
import TillStore

/// The journal as a stream of events to one reader: first what the ledger has, then what comes.
///
/// A reader that is slow is waited for here, and nowhere else: what it has not read lies in the ledger.
struct EventStream: Sendable {
    let ledger: Ledger
    /// Only events of this order; nil is all.
    let order: OrderID?
    /// What is said first, such as that the reader has to start over.
    let greeting: [UInt8]
    /// The row after which it goes on.
    let start: Int64
    let place: EventPlace
    /// Whether the reader may still read: asked whenever it is to hear that the connection stands.
    let isStanding: @Sendable () -> Bool

    private var box: EventBox { place.box }

    /// Events that are read and written at once.
    static let pageMax = 64
    /// The media type.
    ///
    /// Source: HTML Living Standard, section 9.2.7.
    static let mediaType = "text/event-stream"
    /// How soon a browser that lost its connection comes back.
    static let comeBack = Array("retry: 2000\n\n".utf8)
    private static let beat = Array(": \n\n".utf8)

    /// Writes until the other side goes or may read no more, or the daemon ends.
    @concurrent func write(to writer: inout any ResponseBodyWriter, over channel: any Channel) async throws {
        let box = box
        box.setHangUp { channel.close(promise: nil) }
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await write(to: &writer)
        } onCancelOrGracefulShutdown: {
            box.end()
        }
        try await writer.finish(nil)
    }

    @concurrent private func write(to writer: inout any ResponseBodyWriter) async throws {
        guard try await put(greeting, to: &writer), var cursor = try await catchUp(from: start, &writer) else { return }
        for await _ in box.hints {
            let content = box.take()
            guard !content.isBeat || isStanding() else { return }
            // What came while the ledger was read, it had as well.
            let news = content.news.drop { $0.seq <= cursor }
            if content.isBehind || news.first.map({ $0.seq != cursor + 1 }) ?? false {
                guard let end = try await catchUp(from: cursor, &writer) else { return }
                cursor = end
                continue
            }
            var text: [UInt8] = []
            for event in news {
                if order == nil || event.order == order { text += event.text }
                cursor = event.seq
            }
            if text.isEmpty, content.isBeat { text = Self.beat }
            guard try await put(text, to: &writer) else { return }
        }
    }

    /// Writes what the ledger has after a row; gives the last row, or nil when the reading ends.
    @concurrent private func catchUp(from start: Int64, _ writer: inout any ResponseBodyWriter) async throws -> Int64? {
        var cursor = start
        while isStanding() {
            // Before the read: what is beyond it comes through the box.
            let head = try await ledger.journalHead()
            let events = try await ledger.events(after: cursor, limit: Self.pageMax, about: order)
            let text = try events.flatMap { try EventNews($0, epoch: ledger.epoch).text }
            guard try await put(text, to: &writer) else { return nil }
            guard events.count == Self.pageMax, let last = events.last?.row.seq else {
                return max(cursor, head, events.last?.row.seq ?? 0)
            }
            cursor = last
        }
        return nil
    }

    /// Writes, and waits until the other side has room for it; false if the daemon ends.
    @concurrent private func put(_ text: [UInt8], to writer: inout any ResponseBodyWriter) async throws -> Bool {
        guard box.beginWrite() else { return false }
        defer { box.endWrite() }
        if !text.isEmpty { try await writer.write(ByteBuffer(bytes: text)) }
        return true
    }
}
