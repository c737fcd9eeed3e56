// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import DeviceDrivers

@Suite struct `File port` {
    @Test func `adds jobs to the file as they are`() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/slips"
        let printer = try Shop.printer(FilePort(path: path), "epson-tm-t88v")
        let job = try Shop.job()

        let outcomes = [await Shop.outcome(printer, job), await Shop.outcome(printer, job)]

        let once = job.preamble + job.segments.joined()
        #expect(outcomes == [.success(.unconfirmed), .success(.unconfirmed)])
        #expect(try Array(Data(contentsOf: URL(filePath: path))) == once + once)
    }

    @Test func `has one writer`() async throws {
        let folder = try TemporaryFolder()
        let first = FilePort(path: "\(folder.path)/slips")
        let second = FilePort(path: "\(folder.path)/slips")
        _ = try await first.open()

        await #expect(throws: DeviceError.busy(second.name)) { _ = try await second.open() }

        await first.close()
        #expect(try await second.open() == .recording)
        await second.close()
    }

    @Test func `refuses what is no file`() async {
        let port = FilePort(path: "/dev/null")

        await #expect(throws: DeviceError.self) { _ = try await port.open() }
    }

    @Test func `tells a full disk from a lost one`() async throws {
        let folder = try TemporaryFolder()
        let printer = try Shop.printer(FilePort(path: "\(folder.path)/no/such/folder"), "generic-58")

        let outcome = await Shop.outcome(printer, try Shop.job())

        #expect(outcome == .failure(.nothingWritten(.absent("\(folder.path)/no/such/folder"))))
    }
}
