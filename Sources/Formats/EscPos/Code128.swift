// SPDX-License-Identifier: Apache-2.0

/// The text of a CODE128 as a printer is given it and as symbols.
///
/// Set B has a symbol for each character, set C one for two digits.
enum Code128 {
    /// A stretch of the text in one set.
    private struct Run {
        var isDigits: Bool
        var bytes: [UInt8]
    }

    /// The parameter bytes of the printer's command: `{B` and `{C` choose the set, `{{` is a brace.
    static func printed(_ text: String) -> [UInt8] {
        let bytes = runs(of: text).flatMap { run -> [UInt8] in
            run.isDigits ? [0x7B, 0x43] + pairs(of: run.bytes) : [0x7B, 0x42] + braced(run.bytes)
        }
        // Pairs of digits are control bytes, and some of them would be obeyed at once.
        guard RealTimeSequence.first(in: bytes) == nil else { return [0x7B, 0x42] + braced(Array(text.utf8)) }
        return bytes
    }

    private static func braced(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 0x7B ? [0x7B, 0x7B] : [$0] } }

    /// The text of such bytes; nil if they are none of ours.
    static func read(_ bytes: [UInt8]) -> String? {
        var text: [UInt8] = []
        var isDigits: Bool?
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x7B {
                guard index + 1 < bytes.count else { return nil }
                switch bytes[index + 1] {
                case 0x42: isDigits = false
                case 0x43: isDigits = true
                case 0x7B: text.append(byte)
                default: return nil
                }
                index += 2
                continue
            }
            guard let isDigits else { return nil }
            if isDigits {
                guard byte < 100 else { return nil }
                text += [0x30 + byte / 10, 0x30 + byte % 10]
            } else {
                text.append(byte)
            }
            index += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The numbers of its symbols, from the start to the stop, with the check symbol.
    static func symbols(of text: String) -> [Int] {
        var symbols: [Int] = []
        for run in runs(of: text) {
            // The first symbol starts a set; later ones change it.
            symbols.append(symbols.isEmpty ? (run.isDigits ? 105 : 104) : (run.isDigits ? 99 : 100))
            symbols += run.isDigits ? pairs(of: run.bytes).map(Int.init) : run.bytes.map { Int($0) - 0x20 }
        }
        var sum = symbols.first ?? 0
        for (place, symbol) in symbols.enumerated().dropFirst() { sum += place * symbol }
        return symbols + [sum % 103, 106]
    }

    private static func pairs(of digits: [UInt8]) -> [UInt8] {
        stride(from: 0, to: digits.count - 1, by: 2).map {
            (digits[$0] - 0x30) * 10 + digits[$0 + 1] - 0x30
        }
    }

    /// Digits go in pairs where that saves symbols: four at an end, six in the middle.
    private static func runs(of text: String) -> [Run] {
        let bytes = Array(text.utf8)
        var runs: [Run] = []
        var index = 0
        while index < bytes.count {
            let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }.count
            let isAtEnd = index == 0 || index + digits == bytes.count
            let even = digits & ~1
            if even >= (isAtEnd ? 4 : 6) {
                // An odd digit stays with the letters before the pairs.
                if digits > even { add([bytes[index]], to: &runs) }
                let start = index + digits - even
                runs.append(Run(isDigits: true, bytes: Array(bytes[start..<start + even])))
                index += digits
            } else {
                let count = max(digits, 1)
                add(Array(bytes[index..<index + count]), to: &runs)
                index += count
            }
        }
        return runs
    }

    private static func add(_ bytes: [UInt8], to runs: inout [Run]) {
        if let last = runs.last, !last.isDigits {
            runs[runs.count - 1].bytes += bytes
        } else {
            runs.append(Run(isDigits: false, bytes: bytes))
        }
    }
}
