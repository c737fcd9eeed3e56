// SPDX-License-Identifier: Apache-2.0

import Foundation
import TillCore
import Testing

@testable import Receipts

@Suite struct `Civil time` {
    @Test(arguments: [
        (0, 0), (951_782_399, 0), (951_782_400, 3600), (1_785_134_525, 28_800), (4_107_542_399, -34_200),
        (1_709_164_800, 20_700), (253_402_000_000, 0),
    ])
    func `agrees with date of coreutils`(seconds: Int64, offset: Int) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/date")
        process.arguments = ["-u", "-d", "@\(max(seconds, 64_800) + Int64(offset))", "+%Y-%m-%d %H:%M:%S"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let expected = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()

        let time = CivilTime(Timestamp(milliseconds: seconds * 1000), utcOffsetSeconds: offset)

        #expect(time.dateAndTime + "\n" == String(decoding: expected, as: UTF8.self))
    }

    @Test(arguments: [Int64.min, Int64.max])
    func `has a text for any time`(milliseconds: Int64) {
        let time = CivilTime(Timestamp(milliseconds: milliseconds), utcOffsetSeconds: .max)

        #expect(time.dateAndTime.utf8.count == 19)
    }
}
