// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import ForeignJudges
import Foundation
import Glibc
import Testing

@testable import DeviceDrivers

@Suite struct `Memory that leaves` {
    @Test func `ends a copy, and not the process`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("fb", [UInt8](repeating: 1, count: 8192))
        let calls = KernelCalls()
        let descriptor = calls.open(file.path)
        defer { calls.close(descriptor) }
        let pixels = try #require(MappedPixels(calls, descriptor: descriptor, length: 8192))
        let line = [UInt8](repeating: 7, count: 6000)

        // The kernel raises SIGBUS for a page behind the end of a file, as for a device that was pulled out.
        #expect(truncate(file.path, 4096) == 0)
        let failures = (0..<3).map { _ in
            Self.failure { () throws(DeviceError) in
                try line.span.bytes.withUnsafeBytes { (bytes) throws(DeviceError) in
                    try pixels.put(bytes, at: 1000, path: "fb")
                }
            }
        }
        #expect(truncate(file.path, 8192) == 0)
        let later = Self.failure { () throws(DeviceError) in
            try line.span.bytes.withUnsafeBytes { (bytes) throws(DeviceError) in
                try pixels.put(bytes, at: 1000, path: "fb")
            }
        }

        #expect(failures == [.gone("fb"), .gone("fb"), .gone("fb")])
        #expect(later == nil)
        #expect(try [UInt8](Data(contentsOf: file))[1000..<7000].allSatisfy { $0 == 7 })
    }

    private static func failure(_ body: () throws(DeviceError) -> Void) -> DeviceError? {
        do throws(DeviceError) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
