// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The sound that says that the money is there: two bells, the second one higher.
enum PaidSound {
    /// Samples a second.
    static let rate = 22_050

    /// The sound as a WAV file: one channel of 16 bits.
    ///
    /// Source: Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0, chapter 3
    /// (RIFF, "fmt " and "data").
    static let wave: [UInt8] = {
        let bytes = samples().flatMap { little(UInt32(UInt16(bitPattern: $0)), 2) }
        var file = Array("RIFF".utf8) + little(UInt32(36 + bytes.count), 4) + Array("WAVEfmt ".utf8)
        file += little(16, 4) + little(1, 2) + little(1, 2)
        file += little(UInt32(rate), 4) + little(UInt32(rate * 2), 4) + little(2, 2) + little(16, 2)
        file += Array("data".utf8) + little(UInt32(bytes.count), 4)
        return file + bytes
    }()

    /// A fifth upwards, each bell with an overtone, dying away.
    private static func samples() -> [Int16] {
        let length = rate * 9 / 10
        let second = rate * 14 / 100
        return (0..<length).map { index in
            let first = bell(880, at: index)
            let next = index >= second ? bell(1318.51, at: index - second) : 0
            // The last samples go to nothing, so that the end does not click.
            let fade = min(1, Double(length - index) / Double(rate / 50))
            return Int16((first + next) * 0.38 * fade * 32_000)
        }
    }

    private static func bell(_ pitch: Double, at index: Int) -> Double {
        let time = Double(index) / Double(rate)
        let turn = 2 * Double.pi * pitch * time
        // A few milliseconds of rise, else the start clicks.
        return (sin(turn) + 0.3 * sin(2 * turn)) * exp(-6 * time) * min(1, time / 0.004)
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
}
