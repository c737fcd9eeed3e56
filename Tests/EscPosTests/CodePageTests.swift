// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import EscPos

@Suite struct `Code pages` {
    /// What the C library's own converter makes of the upper half; nil if it lacks the page.
    private func judged(_ page: CodePage, _ byte: UInt8) throws -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/iconv")
        process.arguments = ["-f", page.rawValue.uppercased(), "-t", "UTF-8"]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = Pipe()
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data([byte]))
        try input.fileHandleForWriting.close()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: text, as: UTF8.self) : nil
    }

    @Test(arguments: [CodePage.cp437, .cp850, .cp852, .cp858, .cp866, .cp1252])
    func `agree with the converter of the C library`(page: CodePage) throws {
        for byte in stride(from: UInt8(0x80), through: 0xFF, by: 9) {
            let expected = try judged(page, byte)

            let found = page.character(for: byte).map { String($0) }

            #expect(found == expected, "\(page) \(byte)")
        }
    }

    @Test(arguments: CodePage.allCases)
    func `give back every character they have`(page: CodePage) {
        for byte in UInt8(0x20)...0xFF {
            guard let character = page.character(for: byte) else { continue }

            let back = page.byte(for: character)

            #expect(back == byte)
        }
    }
}
