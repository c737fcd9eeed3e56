// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import EscPos
import Synchronization
import Testing

@testable import DeviceDrivers

@Suite struct `ESC/POS printer in the network` {
    private func port(_ printer: NetworkPrinter, _ folder: TemporaryFolder) -> TCPPort {
        TCPPort(host: "127.0.0.1", port: printer.port, locks: folder.path)
    }

    private func body(_ job: PrintedJob) -> [UInt8] { Array(job.segments.joined()) }

    @Test func `says printed when the mark behind the cut has come back`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.healthy)
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii")
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.printed))
        #expect(device.received.contains(body(job) + EscPosQuery.fence(FenceMark("J", 2))))
    }

    @Test func `brings itself into step only once`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.healthy)
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii")
        let job = try Shop.job()

        let outcomes = [await Shop.outcome(printer, job), await Shop.outcome(printer, job)]

        #expect(outcomes == [.success(.printed), .success(.printed)])
        #expect(device.received.ranges(of: EscPosQuery.clearBuffers).count == 1)
        #expect(device.received.ranges(of: body(job)).count == 2)
    }

    @Test(arguments: [1, 15, 30])
    func `has written nothing when the printer dies before the job`(bytes: Int) async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.dies(after: bytes))
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii")

        let outcome = await Shop.outcome(printer, try Shop.job())

        guard case .failure(.nothingWritten) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test(arguments: [60, 100, 1000, 4100, 8000])
    func `is interrupted when the printer dies within the job`(bytes: Int) async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.dies(after: bytes))
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii")
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        guard case .failure(.interrupted(_, let written)) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(written > 0 && written <= job.byteCount)
    }

    @Test func `does not send again while the paper is out`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.runsOut(after: 3000, refilledAfterQuestions: 2))
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii")
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.printed))
        #expect(device.received.ranges(of: body(job)).count == 1)
    }

    @Test func `gives up with the reason when nobody brings paper`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.staysEmpty(after: 3000))
        let limits = PrintLimits(patience: .milliseconds(1500))
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii", limits: limits)
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        guard case .failure(.interrupted(let error, let written)) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(error == .timedOut("\(printer.name) (out of paper)"))
        #expect(written > 0 && written <= job.byteCount)
        #expect(await printer.condition().paperIsOut)
    }

    @Test func `asks a second time when an answer was lost`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.losesAnswer)
        let limits = PrintLimits(answer: .milliseconds(300))
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii", limits: limits)
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.printed))
        #expect(device.received.ranges(of: body(job)).count == 1)
    }

    @Test func `does not send to one that must answer and does not`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.silent)
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii", limits: Shop.impatient)
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .failure(.nothingWritten(.timedOut(printer.name))))
        #expect(device.received.ranges(of: Array("first".utf8)).isEmpty)
        #expect(device.received.ranges(of: EscPosQuery.endOfAnyCommand).count == 1)
    }

    @Test func `says unconfirmed of one that never answers`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.silent)
        let printer = try Shop.printer(port(device, folder), "generic-80", limits: Shop.impatient)
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.unconfirmed))
    }

    @Test func `says unconfirmed of one that only tells its status`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.statusOnly)
        let printer = try Shop.printer(port(device, folder), "generic-80")
        let job = try Shop.job()

        let outcome = await Shop.outcome(printer, job)

        #expect(outcome == .success(.unconfirmed))
        #expect(device.received.ranges(of: body(job)).count == 1)
    }

    @Test func `has written nothing where nobody listens`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.healthy)
        device.stop()
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii")

        let outcome = await Shop.outcome(printer, try Shop.job())

        guard case .failure(.nothingWritten(let error)) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(error.recovery != .person)
    }

    @Test func `is left alone while another has it`() async throws {
        let folder = try TemporaryFolder()
        let device = try NetworkPrinter(.healthy)
        let other = port(device, folder)
        _ = try await other.open()
        let printer = try Shop.printer(port(device, folder), "epson-tm-t20iii")

        let outcome = await Shop.outcome(printer, try Shop.job())

        #expect(outcome == .failure(.nothingWritten(.busy(printer.name))))
        await other.close()
    }
}
