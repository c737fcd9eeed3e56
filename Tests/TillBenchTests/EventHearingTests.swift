// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import till_bench

@Suite struct `An event that a reader hears of` {
    private static let head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    private static let start = EventCursor(epoch: "E", seq: 5)

    private static func chunk(_ text: String) -> String { "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n" }
    private static func event(_ id: String) -> String { "id: \(id)\ndata: {\"id\":\"\(id)\"}\n\n" }

    /// What one hears of a stream that comes in pieces of so many bytes.
    private func heard(_ text: String, by size: Int = 1000) throws -> EventHearing {
        var hearing = EventHearing(after: Self.start)
        let bytes = Array(text.utf8)
        for place in stride(from: 0, to: bytes.count, by: size) {
            try hearing.hear(bytes[place..<min(bytes.count, place + size)])
        }
        return hearing
    }

    @Test(arguments: [1, 2, 3, 7, 1000]) func `is one in pieces of any length`(size: Int) throws {
        let text = Self.event("E-6") + ": \n\n" + Self.event("E-7")
        let halves = (text.prefix(33), text.dropFirst(33))
        let stream =
            Self.head + Self.chunk("retry: 2000\n\n") + Self.chunk(String(halves.0)) + Self.chunk(String(halves.1))

        let hearing = try heard(stream, by: size)

        #expect(hearing.events == 2)
        #expect(hearing.cursor == EventCursor(epoch: "E", seq: 7))
        #expect(hearing.bytes == stream.utf8.count)
        #expect(hearing.isOpen)
        #expect(!hearing.isOver)
    }

    @Test func `is none before its empty line`() throws {
        let hearing = try heard(Self.head + Self.chunk(Self.event("E-6") + String(Self.event("E-7").dropLast())))

        #expect(hearing.events == 1)
        #expect(hearing.cursor.seq == 6)
    }

    @Test func `is neither a greeting nor a beat nor an id without content`() throws {
        let hearing = try heard(Self.head + Self.chunk("retry: 2000\n\n") + Self.chunk(": \n\nid: E-6\n\n"))

        #expect(hearing.events == 0)
        #expect(hearing.cursor == Self.start)
    }

    @Test(arguments: ["E-7", "E-5", "F-6", "E-", "6"]) func `is the next one and no other`(id: String) {
        #expect(throws: BenchFault.self) { try heard(Self.head + Self.chunk(Self.event(id))) }
    }

    @Test(
        arguments: [
            "HTTP/1.1 500 Other\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 2\r\n\r\n\n\n",
        ])
    func `does not come in an answer that is no stream`(answer: String) {
        #expect {
            try heard(answer)
        } throws: { error in
            if case .control? = error as? BenchFault { true } else { false }
        }
    }

    @Test func `does not come where too many read, and what to do is said`() {
        let answer = "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 27\r\n\r\n{\"code\":\"too_many_readers\"}"

        #expect {
            try heard(answer)
        } throws: { error in
            "\(error)".contains("ulimit -Hn") && "\(error)".contains("too_many_readers")
        }
    }

    @Test func `does not come any more behind the last chunk`() throws {
        let hearing = try heard(Self.head + Self.chunk(Self.event("E-6")) + "0\r\n\r\n")

        #expect(hearing.isOver)
        #expect(hearing.events == 1)
    }

    @Test(arguments: ["wide\r\n", "-1\r\n", "\r\n", String(repeating: "1", count: 200)])
    func `does not come in a chunk without a length`(size: String) {
        #expect(throws: BenchFault.self) { try heard(Self.head + size) }
    }
}

@Suite struct `A number of an event` {
    @Test func `says which life of the ledger it is of, and which row`() throws {
        let cursor = try #require(EventCursor("01JNA6S2K4M6P8R0T2V4X6Z8B0-42"))

        #expect(cursor.epoch == "01JNA6S2K4M6P8R0T2V4X6Z8B0")
        #expect(cursor.seq == 42)
        #expect(cursor.next.text == "01JNA6S2K4M6P8R0T2V4X6Z8B0-43")
    }

    @Test(arguments: ["", "42", "-42", "E-", "E--1", "E-4-2", "E-x"]) func `is nothing else`(text: String) {
        #expect(EventCursor(text) == nil)
    }
}
