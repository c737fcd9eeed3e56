// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Raster

@Suite struct `Words that are stamped on a picture` {
    /// Numbers that look random and are the same in every run.
    private static func words(_ count: Int, seed: UInt64) -> [UInt64] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    @Test(arguments: [1, 7, 8, 63, 64, 65, 100, 200], [0, 1, 7, 8, 60, 99])
    func `are the dots of their bits, and none beyond the edges`(width: Int, x: Int) throws {
        for (wordsPerRow, times) in [(1, 1), (1, 2), (2, 1), (3, 3)] {
            let rows = Self.words(5 * wordsPerRow, seed: UInt64(width * 1000 + x))
            var wanted = try Bitmap(width: width, height: 9)
            wanted.fill(PixelRect(x: 0, y: 3, width: 1, height: 1))
            var stamped = wanted
            for row in 0..<5 * times {
                for column in 0..<wordsPerRow * 64 {
                    let word = rows[row / times * wordsPerRow + column / 64]
                    guard word & (1 << UInt64(63 - column % 64)) != 0 else { continue }
                    wanted.fill(PixelRect(x: x + column, y: 2 + row, width: 1, height: 1))
                }
            }

            stamped.stamp(rows, wordsPerRow: wordsPerRow, x: x, y: 2, times: times)

            #expect(stamped == wanted, "\(wordsPerRow) words, \(times) times")
        }
    }

    @Test func `that have no place, or are none, change nothing`() throws {
        let white = try Bitmap(width: 20, height: 4)
        var picture = white

        for (x, y) in [(20, 0), (-1, 0), (0, 4), (0, -1)] {
            picture.stamp([.max], wordsPerRow: 1, x: x, y: y)
        }
        picture.stamp([], wordsPerRow: 1, x: 0, y: 0)
        picture.stamp([.max], wordsPerRow: 0, x: 0, y: 0)
        picture.stamp([.max], wordsPerRow: 1, x: 0, y: 0, times: 0)

        #expect(picture == white)
    }
}
