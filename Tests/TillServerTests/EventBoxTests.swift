// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing

@testable import TillServer

@Suite struct `The box of a reader of events` {
    private final class Line: Sendable {
        let box = EventBox()
        private let isClosed = Mutex(false)

        init() { box.setHangUp { [weak self] in self?.isClosed.withLock { $0 = true } } }

        var isCut: Bool { isClosed.withLock { $0 } }
    }

    @Test func `has the connection closed when a write lasts two beats, and no sooner`() {
        let line = Line()

        #expect(line.box.beginWrite())
        line.box.beat()
        let isCutAtOnce = line.isCut
        line.box.beat()

        #expect(!isCutAtOnce)
        #expect(line.isCut)
    }

    @Test func `counts the beats of each write alone, and none where nothing is written`() {
        let line = Line()

        for _ in 0..<5 {
            #expect(line.box.beginWrite())
            line.box.beat()
            line.box.endWrite()
            line.box.beat()
            line.box.beat()
        }

        #expect(!line.isCut)
    }
}
