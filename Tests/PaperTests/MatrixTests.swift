// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import PaperTesting
import Testing

@testable import DeviceDrivers

@Suite struct `The matrix of faults` {
    /// Bytes between two trials; the whole matrix is played by a script of its own.
    private static let step = 61

    @Test(arguments: PaperModel.all.map(\.name), PaperCable.allCases)
    func `loses no receipt and prints none twice without a mark`(name: String, cable: PaperCable) async throws {
        // What comes before is the same for all: zeros that end an earlier command.
        let first = try Desk.model(name).clears ? 0 : 4090
        var tally = PaperTally()

        for cell in PaperMatrix.cells where cell.model.name == name && cell.cable == cable {
            switch cell.kind {
            case .code: tally.add(try await cell.play(every: Self.step, from: first))
            case .columns: tally.add(try await cell.play(every: 4 * Self.step, from: first))
            case .text, .picture: break
            }
        }

        #expect(tally.trials > PaperFault.allCases.count)
        #expect(tally.bad == 0, "\(tally.places)")
    }

    @Test(arguments: [PaperDriverKind.trusting, .hasty])
    func `finds out a driver that is wrong`(driver: PaperDriverKind) async throws {
        var tally = PaperTally()

        for cell in PaperMatrix.cells
        where cell.model.name == "marks" && cell.cable == .network && cell.kind == .code {
            tally.add(try await cell.play(every: 23, driver: driver))
        }

        #expect(tally.findings[.lost] ?? 0 > 0)
    }

    @Test(arguments: [PaperFault.paperOut, .cableOut, .answerLost, .bladeSticks])
    func `holds over a real network`(fault: PaperFault) async throws {
        let folder = try TemporaryFolder()
        let wire = try PaperWire(Desk.model("marks"), cable: .network, locks: folder.path, fault: fault, byte: 120)
        wire.begin()

        let outcome = await (try PaperTrial(Desk.model("marks"), .network, .code))
            .play(on: wire, fault, limits: PrintLimits(calm: .milliseconds(200)))
        wire.stop()

        #expect(outcome.hasFired)
        #expect(outcome.findings == [])
    }

    @Test(arguments: [PaperFault.paperOut, .answerLost, .headHot])
    func `holds over a real terminal`(fault: PaperFault) async throws {
        let folder = try TemporaryFolder()
        let wire = try PaperWire(Desk.model("marks"), cable: .serial, locks: folder.path, fault: fault, byte: 120)
        wire.begin()

        let outcome = await (try PaperTrial(Desk.model("marks"), .serial, .code))
            .play(on: wire, fault, limits: PrintLimits(calm: .milliseconds(200)))
        wire.stop()

        #expect(outcome.hasFired)
        #expect(outcome.findings == [])
    }
}
