// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import DeviceDrivers

@Suite struct `Display that is a terminal` {
    @Test(arguments: [(40, 20, 2), (80, 46, 1), (160, 92, 1)])
    func `pixels become half blocks, enlarged or made smaller by a whole factor`(
        width: Int,
        height: Int,
        up: Int
    ) throws {
        let down = max(1, width / 80)
        var surface = try Surface(width: width, height: height, color: Color(0x102030))
        surface.fill(PixelRect(x: 0, y: 0, width: width / 2, height: height / 2), with: Color(0xFF8000))

        let text = ANSIDisplay.text(surface, columns: 80, rows: 23)

        let pixels = Self.pixels(of: text)
        #expect(pixels.count == height * up / down)
        for (y, row) in pixels.enumerated() {
            #expect(row.count == width * up / down)
            for (x, pixel) in row.enumerated() {
                #expect(pixel == surface[x * down / up, y * down / up])
            }
        }
    }

    @Test func `the same picture is written once and the cursor comes back at the end`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("tty", [])
        let display = try ANSIDisplay(path: file.path, size: (width: 8, height: 4))
        let surface = try Surface(width: 8, height: 4)

        try await display.show(surface)
        let once = try Data(contentsOf: file).count
        try await display.show(surface)
        let twice = try Data(contentsOf: file).count
        await display.close()

        #expect(once > 0)
        #expect(twice == once)
        #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self).hasSuffix("\u{1B}[0m\u{1B}[?25h\n"))
        await #expect(throws: DeviceError.gone(file.path)) { try await display.show(surface) }
    }

    /// Plays a terminal: follows the colours and returns two rows of pixels a line.
    private static func pixels(of text: String) -> [[UInt32]] {
        var rows: [[UInt32]] = []
        for line in text.split(separator: "\r\n") {
            var upper: [UInt32] = []
            var lower: [UInt32] = []
            for match in line.matches(of: /\u{1B}\[38;2;(\d+);(\d+);(\d+);48;2;(\d+);(\d+);(\d+)m(▀+)/) {
                func color(_ red: Substring, _ green: Substring, _ blue: Substring) -> UInt32 {
                    [red, green, blue].reduce(0) { $0 << 8 | (UInt32($1) ?? 0) }
                }
                let count = match.7.count
                upper += Array(repeating: color(match.1, match.2, match.3), count: count)
                lower += Array(repeating: color(match.4, match.5, match.6), count: count)
            }
            rows += [upper, lower]
        }
        return rows
    }
}
