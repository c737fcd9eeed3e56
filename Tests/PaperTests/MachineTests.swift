// SPDX-License-Identifier: Apache-2.0

import EscPos
import Testing

@testable import PaperTesting

@Suite struct `The played printer` {
    private func machine(_ name: String) throws -> PaperMachine { PaperMachine(try Desk.model(name)) }

    private func raster(_ bytes: [UInt8]) -> [UInt8] {
        EscPosRaster(doubleWidth: false, doubleHeight: false, bytesPerRow: bytes.count, bytes: bytes).command
    }

    @Test func `obeys real-time bytes inside a picture`() throws {
        var machine = try machine("marks")

        machine.receive(raster([0x10, 0x04, 0x02, 0xFF])[...])
        machine.receive(raster([0x10, 0x14, 0x01, 0x00, 0x01])[...])
        machine.advance(to: .seconds(1))

        #expect(machine.takeAnswers() == [0x12])
        #expect(machine.pulses == 1)
        #expect(machine.paper == [.dots([0x10, 0x04, 0x02, 0xFF]), .dots([0x10, 0x14, 0x01, 0x00, 0x01])])
    }

    @Test func `takes a question inside the head of a picture for its size`() throws {
        var machine = try machine("marks-plain")

        machine.receive(([0x1D, 0x76, 0x30] + EscPosQuery.realTime(.offline) + EscPosQuery.endOfAnyCommand)[...])
        machine.receive(EscPosQuery.fence(FenceMark("S", 1))[...])
        machine.advance(to: .seconds(60))

        #expect(machine.takeAnswers() == [0x12])
    }

    @Test func `prints nothing before the end of a line, and forgets the line with its power`() throws {
        var machine = try machine("marks")

        machine.receive(Array("half".utf8)[...])
        machine.happen(.powerOff)
        machine.happen(.powerOn)
        machine.advance(to: .seconds(5))
        machine.receive(Array("whole\n".utf8)[...])
        machine.advance(to: .seconds(6))

        #expect(machine.paper == [.line("whole")])
    }

    @Test func `holds what came while it had no paper`() throws {
        var machine = try machine("marks")
        machine.happen(.paperOut)

        machine.receive(Array("later\n".utf8)[...])
        machine.advance(to: .seconds(60))
        let before = machine.paper
        machine.happen(.paperIn)
        machine.advance(to: .seconds(61))

        #expect(before.isEmpty)
        #expect(machine.paper == [.line("later")])
    }

    @Test func `forgets what it held where its cover does that`() throws {
        var machine = try machine("at-once")
        machine.happen(.paperOut)

        machine.receive(Array("gone\n".utf8)[...])
        machine.happen(.coverOpen)
        machine.happen(.paperIn)
        machine.happen(.coverShut)
        machine.receive(Array("here\n".utf8)[...])
        machine.advance(to: .seconds(5))

        #expect(machine.paper == [.line("here")])
    }

    @Test func `keeps its count over a loss of power only when it had time to`() throws {
        func count(cut: Duration, off: Duration) throws -> String {
            var machine = try machine("marks")
            machine.advance(to: cut)
            machine.receive([0x1D, 0x56, 0x42, 0x00])
            machine.advance(to: off)
            machine.happen(.powerOff)
            machine.happen(.powerOn)
            machine.advance(to: off + .seconds(5))
            machine.receive(EscPosQuery.counter(EscPosQuery.cuts)[...])
            machine.advance(to: off + .seconds(6))
            return String(decoding: machine.takeAnswers(), as: UTF8.self)
        }

        let early = try count(cut: .zero, off: .seconds(1))
        let late = try count(cut: .zero, off: .seconds(10))

        #expect(early == "_100\0")
        #expect(late == "_101\0")
    }

    @Test func `eats letters with accents until two-byte characters are off`() throws {
        var machine = try machine("marks-plain")

        machine.receive([0x63, 0x61, 0x66, 0x82, 0x20, 0x0A, 0x1C, 0x2E, 0x63, 0x61, 0x66, 0x82, 0x20, 0x0A])
        machine.advance(to: .seconds(1))

        #expect(machine.paper == [.line("caf\u{25A1}"), .line("caf<82> ")])
    }

    @Test func `takes no more than its buffer holds`() throws {
        var machine = try machine("marks")
        machine.happen(.paperOut)

        machine.receive([UInt8](repeating: 0x41, count: 5000)[...])

        #expect(machine.room == 0)
        machine.happen(.paperIn)
        machine.receive([0x0A])
        machine.advance(to: .seconds(1))
        machine.receive([0x0A])
        machine.advance(to: .seconds(2))
        #expect(machine.paper == [.line(String(repeating: "A", count: 4096))])
    }
}
