// SPDX-License-Identifier: Apache-2.0

/// Bytes that a printer obeys at once wherever they stand, even inside a picture.
///
/// ```
/// 10 04 01...08          sends a status that nobody asked for
/// 10 05 01...02          goes on after an error, or drops what was received
/// 10 14 01 0...1 1...8   opens the drawer
/// 10 14 02 01 08         switches some printers off
/// 10 14 03 / 07 / 08 ..  buzzer, status, drops what was received
/// ```
package enum RealTimeSequence {
    /// Finds the first sequence; the range covers its bytes as far as they give it away.
    package static func first(in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
        var index = max(start, 0)
        while index < bytes.count {
            if let length = length(in: bytes, at: index) { return index..<index + length }
            index += 1
        }
        return nil
    }

    private static func length(in bytes: [UInt8], at index: Int) -> Int? {
        guard bytes[index] == 0x10, index + 2 < bytes.count else { return nil }
        let parameter = bytes[index + 2]
        switch bytes[index + 1] {
        case 0x04: return (0x01...0x08).contains(parameter) ? 3 : nil
        case 0x05: return (0x00...0x02).contains(parameter) ? 3 : nil
        case 0x14: return pulseLength(in: bytes, at: index, function: parameter)
        default: return nil
        }
    }

    private static func pulseLength(in bytes: [UInt8], at index: Int, function: UInt8) -> Int? {
        switch function {
        case 0x01:
            guard index + 4 < bytes.count else { return nil }
            let pulse = bytes[index + 3] <= 1 && (0x01...0x08).contains(bytes[index + 4])
            return pulse ? 5 : nil
        case 0x02:
            guard index + 4 < bytes.count else { return nil }
            return bytes[index + 3] == 0x01 && bytes[index + 4] == 0x08 ? 5 : nil
        case 0x03, 0x06, 0x07, 0x08: return 3
        default: return nil
        }
    }
}
