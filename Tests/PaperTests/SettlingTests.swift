// SPDX-License-Identifier: Apache-2.0

import PaperTesting
import Testing

@testable import DeviceDrivers

@Suite struct `An interrupted print` {
    private func settle(_ desk: Desk, _ start: PrintStart?, bytes: Int? = nil) async throws -> PrintEvidence {
        try await desk.driver.settle(InterruptedPrint(start: try #require(start), bytesWritten: bytes))
    }

    @Test func `was not printed where no byte was handed over`() async throws {
        let desk = try Desk("marks")
        let start = PrintStart(cutsBefore: 100, cuts: 1, mark: nil)

        let evidence = try await settle(desk, start, bytes: 0)

        #expect(evidence == .nothingWritten)
        #expect(evidence.verdict == .printAgain)
        #expect(desk.desk.passed == 0)
    }

    @Test(arguments: ["marks", "ordered"])
    func `was printed where the count of cuts has moved`(name: String) async throws {
        let desk = try Desk(name)
        let (result, start) = await desk.print()

        let noted = try #require(start)
        let evidence = try await settle(desk, PrintStart(cutsBefore: noted.cutsBefore, cuts: 1, mark: nil))

        #expect(result == .success(.printed))
        #expect(noted.cutsBefore == 100)
        #expect(evidence == .counterMoved)
        #expect(evidence.verdict == .printed)
    }

    @Test(arguments: ["marks", "ordered"], PaperCable.allCases)
    func `is printed again with a mark where the count stands`(name: String, cable: PaperCable) async throws {
        let length = try await PaperTrial(Desk.model(name), cable, .code).length()
        let desk = try Desk(name, cable: cable, fault: .powerLoss, byte: length - 300)
        let (result, start) = await desk.print()

        desk.desk.wait(.seconds(10))
        let evidence = try await settle(desk, start)

        guard case .failure(.interrupted) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(evidence == .counterStands)
        #expect(evidence.verdict == .printMarked)
    }

    @Test func `that cuts twice needs both cuts`() async throws {
        let desk = try Desk("marks")
        _ = await desk.print()

        let evidence = try await settle(desk, PrintStart(cutsBefore: 100, cuts: 2, mark: nil))

        #expect(evidence == .counterStands)
    }

    @Test func `without a cut has no count to go by`() async throws {
        let desk = try Desk("marks")

        let evidence = try await settle(desk, PrintStart(cutsBefore: 100, cuts: 0, mark: nil))

        #expect(evidence == .unknown)
    }

    @Test func `was printed where its mark comes after all`() async throws {
        let calm = try Desk("marks-plain", cable: .serial)
        _ = await calm.print()
        let desk = try Desk("marks-plain", cable: .serial, fault: .killedWithoutPaper, byte: calm.desk.passed - 1)
        let (first, start) = await desk.print()
        desk.desk.restart()

        // While it has no paper it takes no more bytes, and nothing can be decided.
        let early = try? await settle(desk, start)
        let late = try await settle(desk, start)

        guard case .failure(.interrupted) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(early == nil)
        #expect(late == .fenceSeen)
        #expect(desk.cuts == 1)
    }

    @Test(arguments: [("marks-plain", PrintEvidence.unknown), ("at-once", .unknown), ("silent", .silent)])
    func `is not decided by a printer that cannot know`(name: String, expected: PrintEvidence) async throws {
        let desk = try Desk(name)

        let evidence = try await settle(desk, PrintStart(cutsBefore: nil, cuts: 1, mark: nil))

        #expect(evidence == expected)
    }

    @Test func `is not decided while the printer is away`() async throws {
        let desk = try Desk("marks")
        desk.desk.schedule(.powerOff)
        desk.desk.wait(.seconds(1))

        await #expect(throws: DeviceError.absent("played")) {
            _ = try await desk.driver.settle(
                InterruptedPrint(start: PrintStart(cutsBefore: 1, cuts: 1, mark: nil), bytesWritten: nil))
        }
    }

    @Test func `begins only after its start was written down`() async throws {
        let desk = try Desk("marks")

        let failure = await #expect(throws: PrintFailure.self) {
            try await desk.driver.print(desk.slip.job) { _ in false }
        }
        desk.desk.wait(.seconds(10))

        guard case .nothingWritten? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(desk.desk.paper.isEmpty)
    }
}
