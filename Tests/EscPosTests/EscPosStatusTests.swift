// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import EscPos

@Suite struct `Printer answers` {
    @Test func `four answers of an idle printer are real-time bytes`() {
        var status = EscPosStatus()

        let answers = status.read([0x16, 0x12, 0x12, 0x12])

        #expect(answers == [.realTime(0x16), .realTime(0x12), .realTime(0x12), .realTime(0x12)])
    }

    @Test func `a fence comes back whole from single bytes`() {
        var status = EscPosStatus()
        let mark = FenceMark("J", 7)

        let answers = ([0x37, 0x22] + mark.bytes + [0]).flatMap { status.read([$0]) }

        #expect(answers == [.fence(mark)])
        #expect(mark.bytes == Array("J007".utf8))
    }

    @Test(
        arguments: [
            ([0x14, 0x00, 0x00, 0x0F], false, false), ([0x3C, 0x00, 0x0C, 0x0F], true, true),
            ([0x1C, 0x00, 0x0F, 0x0F], true, false),
        ] as [([UInt8], Bool, Bool)])
    func `automatic status tells paper and cover`(bytes: [UInt8], isOffline: Bool, coverIsOpen: Bool) throws {
        var status = EscPosStatus()

        let answers = status.read(bytes)

        guard case .automatic(let heard) = try #require(answers.first) else {
            Issue.record("no automatic status in \(answers)")
            return
        }
        #expect(answers.count == 1)
        #expect(heard.isOffline == isOffline)
        #expect(heard.coverIsOpen == coverIsOpen)
        #expect(heard.paperIsOut == isOffline)
    }

    @Test func `kinds that follow each other are told apart`() {
        var status = EscPosStatus()

        let answers = status.read([
            0x14, 0x00, 0x00, 0x0F, 0x12, 0x00, 0x37, 0x25, 0x00, 0x5F, 0x54, 0x4D, 0x00, 0x0C,
        ])

        #expect(answers.count == 6)
        #expect(answers[1] == .realTime(0x12))
        #expect(answers[2] == .ordered(0x00))
        #expect(answers[3] == .cleared)
        #expect(answers[4] == .block(header: 0x5F, payload: [0x54, 0x4D]))
        #expect(answers[5] == .ordered(0x0C))
    }

    @Test func `a status that breaks off does not swallow the fence behind it`() {
        var status = EscPosStatus()
        let mark = FenceMark("S", 1)

        let answers = status.read([0x14, 0x00, 0x37, 0x22] + mark.bytes + [0])

        #expect(answers.contains(.fence(mark)))
    }

    @Test func `flow control may stand inside of a block`() {
        var status = EscPosStatus(usesFlowControl: true)
        let mark = FenceMark("S", 42)

        let answers = status.read([0x37, 0x13, 0x22, 0x11] + mark.bytes + [0])

        #expect(answers == [.flow(0x13), .flow(0x11), .fence(mark)])
    }

    @Test func `an endless block is dropped`() {
        var status = EscPosStatus()

        let answers = status.read([0x5F] + [UInt8](repeating: 0x41, count: 2000) + [0x00, 0x16])

        #expect(answers.last == .realTime(0x16))
    }
}
