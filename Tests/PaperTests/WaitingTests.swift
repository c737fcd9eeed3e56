// SPDX-License-Identifier: Apache-2.0

import EscPos
import PaperTesting
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite struct `A printer that cannot print now` {
    @Test(arguments: ["marks", "marks-plain", "ordered"], PaperCable.allCases)
    func `is waited for without paper, and prints once`(name: String, cable: PaperCable) async throws {
        let desk = try Desk(name, cable: cable)
        desk.desk.schedule(.paperOut, after: .milliseconds(500))
        desk.desk.schedule(.paperIn, after: .seconds(600))

        let (result, _) = await desk.print()

        #expect(result == .success(.printed))
        #expect(desk.desk.now > .seconds(600))
        #expect(desk.lines("RECEIPT 7") == 1)
        #expect(desk.cuts == 1)
    }

    @Test func `is waited for while its head is hot`() async throws {
        let desk = try Desk("marks", fault: .headHot, byte: 100)

        let (result, _) = await desk.print()

        #expect(result == .success(.printed))
        #expect(desk.desk.now > .seconds(8))
        #expect(desk.lines("END 7") == 1)
    }

    @Test(arguments: PaperCable.allCases)
    func `goes on after its blade was freed`(cable: PaperCable) async throws {
        let desk = try Desk("marks", cable: cable, fault: .bladeSticks, byte: 20)

        let (result, _) = await desk.print()

        #expect(result == .success(.printed))
        #expect(desk.cuts == 1)
    }

    @Test func `is given the mark a second time when an answer was lost`() async throws {
        let desk = try Desk("marks", fault: .answerLost, byte: 300)

        let (result, _) = await desk.print()

        #expect(result == .success(.printed))
        #expect(desk.lines("RECEIPT 7") == 1)
    }

    @Test(arguments: ["marks", "ordered"])
    func `is said to have printed only what is on paper, whenever its power fails`(name: String) async throws {
        let calm = try Desk(name)
        _ = await calm.print()
        var printed = 0

        for step in 0..<Int((calm.desk.now + .seconds(1)) / .milliseconds(20)) {
            let desk = try Desk(name)
            desk.desk.schedule(.powerOff, after: .milliseconds(20) * step)
            let (result, _) = await desk.print()
            desk.desk.wait(.seconds(60))
            guard result == .success(.printed) else { continue }
            printed += 1
            #expect(desk.cuts == 1, "power failed after \(step * 20) ms")
        }

        #expect(printed > 0)
    }

    @Test func `drops what it holds when the job is called off`() async throws {
        let desk = try Desk("marks", fault: .paperOut, byte: 100)
        desk.desk.schedule(.paperOut, after: .milliseconds(10))
        let port = CallingOffPort(desk.desk.port(), after: .seconds(5), clock: desk.desk)
        let profile = try #require(try Desk.model("marks").profile())
        let driver = EscPosPrinter(
            port: port, profile: profile, abilities: PrinterAbilities(tier: .marks, clears: true, counts: true)
        ) { desk.desk.now }
        port.target.withLock { $0 = driver }

        let failure = await #expect(throws: PrintFailure.self) { try await driver.print(desk.slip.job) }
        desk.desk.wait(.seconds(60))

        #expect(failure?.error == .calledOff("played"))
        #expect(desk.lines("END 7") == 0)
        #expect(desk.cuts == 0)
    }
}
