// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import till_bench

@Suite struct `A crowd of readers` {
    private static let start = EventCursor(epoch: "E", seq: 5)

    /// Three readers, each with the head of a stream.
    private func crowd(at played: PlayedDoor) throws -> ReaderCrowd {
        let crowd = try ReaderCrowd(3, at: played.door, after: Self.start)
        try played.accept(3)
        for index in 0..<3 { try played.greet(index) }
        try crowd.greet(within: 0)
        return crowd
    }

    @Test func `asks for a stream behind an event`() throws {
        let played = try PlayedDoor()
        _ = try crowd(at: played)

        let question = try played.question(2)

        #expect(question.hasPrefix("GET /v1/events?after=E-5 HTTP/1.1\r\n"))
        #expect(question.contains("\r\nAccept: text/event-stream\r\n"))
        #expect(question.hasSuffix("\r\n\r\n"))
    }

    @Test func `is there when all have an answer`() throws {
        let played = try PlayedDoor()
        let crowd = try ReaderCrowd(3, at: played.door, after: Self.start)
        try played.accept(3)
        for index in 0..<2 { try played.greet(index) }

        #expect(throws: BenchFault.control("1 of 3 readers have no answer")) { try crowd.greet(within: 0) }
        try played.greet(2)
        try crowd.greet(within: 0)
    }

    @Test func `has heard of an event when the last one has`() throws {
        let played = try PlayedDoor()
        let crowd = try crowd(at: played)
        for index in 0..<3 { try played.tell("E-6", to: index) }
        for index in [0, 2] { try played.tell("E-7", to: index) }

        #expect(throws: BenchFault.control("1 of 3 readers have not heard of event 7")) {
            try crowd.hear(until: 7, within: 0)
        }
        try played.tell("E-7", to: 1)
        try crowd.hear(until: 7, within: 0)

        #expect(crowd.readers.map(\.hearing.events) == [2, 2, 2])
    }

    @Test func `has not heard of everything if one event was left out for one of them`() throws {
        let played = try PlayedDoor()
        let crowd = try crowd(at: played)
        for index in 0..<3 { try played.tell(index == 1 ? "E-7" : "E-6", to: index) }

        #expect(throws: BenchFault.self) { try crowd.hear(until: 6, within: 0) }
    }

    @Test func `misses one who was disconnected, though everything was heard`() throws {
        let played = try PlayedDoor()
        let crowd = try crowd(at: played)
        try crowd.look()
        for index in 0..<3 { try played.tell("E-6", to: index) }
        try crowd.hear(until: 6, within: 0)

        played.hangUp(1)

        #expect(throws: BenchFault.control("a reader was disconnected after event E-6")) { try crowd.look() }
    }
}

@Suite struct `A reader that reads nothing` {
    private let start = EventCursor(epoch: "E", seq: 5)

    @Test func `has as much before it as was said, also when nobody is there any more`() throws {
        let played = try PlayedDoor()
        let reader = try EventReader(played.door, after: start)
        try played.accept(1)
        try played.say(String(repeating: "x", count: 1234), to: 0)
        let (waiting, isCut) = (reader.waiting, reader.isCut)

        // What nobody has read there is an error here.
        _ = try played.question(0)
        played.hangUp(0)

        #expect(waiting == 1234)
        #expect(!isCut)
        #expect(reader.waiting == 1234)
        #expect(reader.isCut)
    }

    @Test func `reads on where it stood, up to the end`() throws {
        let played = try PlayedDoor()
        let reader = try EventReader(played.door, after: start)
        try played.accept(1)
        try played.greet(0)
        for seq in 6...40 { try played.tell("E-\(seq)", to: 0) }
        _ = try played.question(0)
        played.hangUp(0)
        // Less than waits.
        var buffer = [UInt8](repeating: 0, count: 64)

        try reader.take(by: &buffer)

        #expect(reader.hearing.events == 35)
        #expect(reader.hearing.cursor == EventCursor(epoch: "E", seq: 40))
        #expect(reader.isOver)
        #expect(reader.waiting == 0)
    }
}

@Suite struct `A limit of descriptors` {
    @Test func `is raised as far as is needed, and no further`() throws {
        let limit = rlimit(rlim_cur: 1024, rlim_max: 1_048_576)

        let raised = try #require(try DescriptorLimit.raised(limit, to: 2080))

        #expect(raised.rlim_cur == 2080)
        #expect(raised.rlim_max == 1_048_576)
    }

    @Test(arguments: [2080, 8192] as [rlim_t]) func `stays as it is where it is enough`(limit: rlim_t) throws {
        let raised = try DescriptorLimit.raised(rlimit(rlim_cur: limit, rlim_max: limit), to: 2080)

        #expect(raised?.rlim_cur == nil)
    }

    @Test func `that nobody may raise so far is said with what to do`() {
        let limit = rlimit(rlim_cur: 1024, rlim_max: 2079)

        #expect {
            try DescriptorLimit.raised(limit, to: 2080)
        } throws: { error in
            "\(error)".contains("2079") && "\(error)".contains("2080") && "\(error)".contains("ulimit -Hn")
        }
    }
}
