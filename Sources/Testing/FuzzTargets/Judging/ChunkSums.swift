// SPDX-License-Identifier: Apache-2.0

/// Puts the check sums of a PNG file right, behind which chance alone would hardly get.
///
/// Source: W3C, Portable Network Graphics, "CRC algorithm".
enum ChunkSums {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The file with the sums of its whole chunks put right; any other file as it is.
    static func corrected(_ file: [UInt8]) -> [UInt8] {
        guard file.starts(with: signature) else { return file }
        var file = file
        var index = signature.count
        while index + 12 <= file.count {
            let count = file[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            guard count <= file.count - index - 12 else { break }
            let end = index + 8 + count
            let sum = sum(of: file[index + 4..<end])
            for place in 0..<4 { file[end + place] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * place)) }
            index = end + 4
        }
        return file
    }

    private static func sum(of bytes: ArraySlice<UInt8>) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
