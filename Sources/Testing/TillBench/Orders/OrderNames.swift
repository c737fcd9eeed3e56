// SPDX-License-Identifier: Apache-2.0

/// The names of one order, each of 26 characters, as a ledger gives them.
struct OrderNames: Hashable {
    /// The order's own.
    let order: String
    /// Its attempt's.
    let attempt: String
    /// The key that it was opened with, which its reference is as well.
    let key: String

    /// Characters of each.
    static let length = 26
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The names in the order in which ``Imprint`` numbers them.
    var all: [[UInt8]] { [Array(order.utf8), Array(attempt.utf8), Array(key.utf8)] }

    /// Takes the names of an order that is there.
    ///
    /// - Throws: ``BenchFault/control(_:)`` if they are not as long as those that would replace them.
    init(order: String, attempt: String, key: String) throws(BenchFault) {
        guard [order, attempt, key].allSatisfy({ $0.utf8.count == Self.length }) else {
            throw .control("names have other lengths than those that are made up: \(order), \(attempt), \(key)")
        }
        self.order = order
        self.attempt = attempt
        self.key = key
    }

    /// Makes names up; those of a greater number, and of a later time, sort behind.
    ///
    /// - Parameters:
    ///   - number: which order it is; no two have the same.
    ///   - time: when it is opened, in milliseconds since 1970.
    init(number: Int, time: Int64) {
        order = Self.name(time, "A", number)
        attempt = Self.name(time, "B", number)
        let digits = String(number)
        key = "made-" + String(repeating: "0", count: Self.length - 5 - digits.count) + digits
    }

    /// Ten characters of time, as in any such name, and sixteen of which chance would make up.
    private static func name(_ time: Int64, _ kind: Character, _ number: Int) -> String {
        var text: [UInt8] = []
        for shift in stride(from: 45, through: 0, by: -5) { text.append(alphabet[Int(time >> Int64(shift) & 31)]) }
        text += Array(String(kind).utf8)
        for shift in stride(from: 70, through: 0, by: -5) {
            text.append(shift < 60 ? alphabet[number >> shift & 31] : alphabet[0])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
