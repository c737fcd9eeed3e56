// SPDX-License-Identifier: Apache-2.0

/// A text of a row with the places where other orders have other names and times.
///
/// Names and times keep their length, so that they are written over the old ones.
struct Imprint: Hashable {
    /// A place that differs from order to order.
    private enum Slot: Hashable {
        /// The so-manieth name.
        case name(Int)
        /// A time, in milliseconds since 1970.
        case time(Int64)
    }

    private struct Mark: Hashable {
        let offset: Int
        let slot: Slot
    }

    private let bytes: [UInt8]
    private let marks: [Mark]

    /// Digits of a time in milliseconds, from 2001 to 2286.
    static let timeDigits = 13

    /// Finds the places in a text.
    ///
    /// - Parameters:
    ///   - names: the names of the order that it is about.
    ///   - times: what its times lie within; other numbers stay.
    init(_ bytes: [UInt8], names: [[UInt8]], times: ClosedRange<Int64>) {
        self.bytes = bytes
        var marks: [Mark] = []
        var index = 0
        while index < bytes.count {
            if let name = names.firstIndex(where: { !$0.isEmpty && bytes[index...].starts(with: $0) }) {
                marks.append(Mark(offset: index, slot: .name(name)))
                index += names[name].count
            } else if Self.isDigit(bytes[index]) {
                let digits = bytes[index...].prefix(while: Self.isDigit)
                if digits.count == Self.timeDigits,
                    let time = Int64(String(decoding: digits, as: UTF8.self)), times.contains(time)
                {
                    marks.append(Mark(offset: index, slot: .time(time)))
                }
                index += digits.count
            } else {
                index += 1
            }
        }
        self.marks = marks
    }

    /// Whether nothing in it differs from order to order.
    var isFixed: Bool { marks.isEmpty }

    /// The text for another order.
    ///
    /// - Parameters:
    ///   - names: its names, each as long as the one that it replaces.
    ///   - shift: how much later it is, in milliseconds.
    func stamped(names: [[UInt8]], shift: Int64) -> [UInt8] {
        guard !marks.isEmpty else { return bytes }
        var bytes = bytes
        for mark in marks {
            switch mark.slot {
            case .name(let name):
                for (index, byte) in names[name].enumerated() { bytes[mark.offset + index] = byte }
            case .time(let time):
                var left = time + shift
                for index in (0..<Self.timeDigits).reversed() {
                    bytes[mark.offset + index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
                    left /= 10
                }
            }
        }
        return bytes
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
