// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import till_bench

@Suite struct `An answer` {
    private let whole =
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\ncontent-length: 9\r\n\r\n{\"a\":\"b\"}"

    @Test func `is read when it is whole and not before`() throws {
        for count in 0..<whole.utf8.count { #expect(try Answer(Array(whole.utf8.prefix(count))) == nil) }

        let answer = try #require(try Answer(Array(whole.utf8)))

        #expect(answer.status == 201)
        #expect(answer.text == #"{"a":"b"}"#)
    }

    @Test func `may have no body`() throws {
        let answer = try #require(try Answer(Array("HTTP/1.1 204 No Content\r\n\r\n".utf8)))

        #expect(answer.status == 204)
        #expect(answer.body.isEmpty)
    }

    @Test func `begins with a status`() {
        #expect(throws: BenchFault.self) { try Answer(Array("nonsense\r\n\r\n".utf8)) }
    }
}

@Suite struct `A process` {
    @Test func `had the processor as the kernel counts it, whatever its name is`() throws {
        let stat = "42 (a ) b) S 1 42 42 0 -1 4194560 2101 0 0 0 300 100 0 0 20 0 8 0 1234 1 1"

        let seconds = try #require(ProcessSight.processor(stat))

        #expect(seconds * Double(sysconf(Int32(_SC_CLK_TCK))) == 400)
    }

    @Test func `has its memory in lines of kibibytes`() {
        let rollup = "5581a000-7fff [rollup]\nRss:       33120 kB\nPss:       20480 kB\nPss_Anon:   4096 kB\n"

        let fields = ProcessSight.fields(rollup)

        #expect(fields["Pss"] == 20_480)
        #expect(fields["Pss_Anon"] == 4096)
    }

    @Test func `is seen while it runs`() throws {
        let sight = try ProcessSight(getpid())

        #expect(sight.anonymous > 0)
        #expect(sight.shared >= sight.anonymous)
        #expect(sight.switches > 0)
    }
}
