// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Glibc
import TillAPI

/// A reader of the stream of events, of the barest kind.
final class EventLine: Sendable {
    /// What came on the stream, up to an empty line.
    struct Block: Sendable, Equatable {
        /// Behind `id:`; nil if there is none.
        var id: String?
        /// Behind `data:`.
        var text: String?
        /// Lines that begin with a colon.
        var comments = 0
        /// Behind `retry:`.
        var retry: String?

        var event: EventResource? { text.flatMap { try? WireJSON.message(EventResource.self, from: Array($0.utf8)) } }
    }

    /// Nothing came for so long that nothing will; an end is something else.
    struct Silence: Error {}

    private let descriptor: Int32

    /// Asks for the stream.
    ///
    /// - Parameters:
    ///   - token: what the reader shows on the port; nil is the token of the configuration.
    ///   - buffer: how much the kernel keeps for a reader that does not read, in bytes; nil leaves it as it is.
    init(
        _ shop: Shop, _ path: String = "/v1/events", fields: [(String, String)] = [], token: String? = nil,
        buffer: Int32? = nil
    ) throws {
        descriptor = try shop.door.connected()
        if var buffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &buffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var ask = token.map { Ask.get(path).showing($0) } ?? Ask.get(path).from(shop)
        ask.fields += [("Accept", "text/event-stream")] + fields
        // The other side ends the stream, not the request.
        let bytes = Array(String(decoding: ask.bytes, as: UTF8.self).replacing("Connection: close\r\n", with: "").utf8)
        _ = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    deinit { close(descriptor) }

    /// Waits until the other side has closed a connection on the socket, whatever lies there unread; false if it
    /// has not in that time.
    func isCut(within time: Duration) async throws -> Bool {
        let descriptor = descriptor
        return try await BlockingThread.run {
            var place = pollfd(fd: descriptor, events: 0, revents: 0)
            return poll(&place, 1, Int32(time / .milliseconds(1))) > 0
        }
    }

    /// Reads blocks until there are so many that are wanted, or the stream ends; what stands before them, too.
    ///
    /// - Throws: ``Silence``.
    func read(_ count: Int, of isWanted: @escaping @Sendable (Block) -> Bool = { $0.text != nil }) async throws
        -> [Block]
    {
        let descriptor = descriptor
        return try await BlockingThread.run {
            var reader = Reader(descriptor: descriptor)
            var blocks: [Block] = []
            while blocks.count(where: isWanted) < count, let block = try reader.block() { blocks.append(block) }
            return blocks
        }
    }

    /// Reads until the other side closes; gives how many blocks had events.
    func readToEnd() async throws -> Int { try await read(.max).count { $0.text != nil } }

    /// Reads a byte at a time, so that nothing is read that nobody asked for.
    private struct Reader {
        let descriptor: Int32

        /// The next line without its end; nil at the end of the stream.
        mutating func line() throws -> String? {
            var line: [UInt8] = []
            var byte: UInt8 = 0
            while true {
                let count = recv(descriptor, &byte, 1, 0)
                if count < 0, errno == EAGAIN { throw Silence() }
                guard count == 1 else { return nil }
                if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
                if byte != UInt8(ascii: "\r") { line.append(byte) }
            }
        }

        /// The next block; chunk sizes and the head of the answer are passed over.
        mutating func block() throws -> Block? {
            var block = Block()
            while let line = try line() {
                // The chunk that ends an answer; what comes after it on the connection is no event.
                if line == "0" { return nil }
                if line.hasPrefix("id: ") {
                    block.id = String(line.dropFirst(4))
                } else if line.hasPrefix("data: ") {
                    block.text = String(line.dropFirst(6))
                } else if line.hasPrefix("retry: ") {
                    block.retry = String(line.dropFirst(7))
                } else if line.hasPrefix(":") {
                    block.comments += 1
                } else if line.isEmpty, block != Block() {
                    return block
                }
            }
            return nil
        }
    }
}
