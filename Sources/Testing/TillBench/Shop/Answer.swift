// SPDX-License-Identifier: Apache-2.0

import Foundation

/// An answer that came whole.
///
/// Source: RFC 9112.
struct Answer: Hashable {
    /// The status code.
    let status: Int
    /// The body.
    let body: [UInt8]

    /// Reads an answer from what came so far; nil if there is more to come.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it is none.
    init?(_ bytes: [UInt8]) throws(BenchFault) {
        guard let end = Self.endOfHead(bytes) else { return nil }
        let head = String(decoding: bytes[..<end], as: UTF8.self)
        guard let word = head.split(separator: " ", maxSplits: 2).dropFirst().first, let status = Int(word.prefix(3))
        else { throw .missing("what came is no answer: \(head.prefix(80))") }
        let length = Self.length(head) ?? 0
        guard bytes.count >= end + 4 + length else { return nil }
        self.status = status
        body = Array(bytes[(end + 4)..<(end + 4 + length)])
    }

    /// The body as a message.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it is none of that kind.
    func message<Message: Decodable>(_ type: Message.Type) throws(BenchFault) -> Message {
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw .missing("the answer is no message: \(status) \(text.prefix(200))")
        }
    }

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        let span = bytes.span
        for index in 0..<(bytes.count - 3)
        where span[index] == 13 && span[index + 1] == 10 && span[index + 2] == 13 && span[index + 3] == 10 {
            return index
        }
        return nil
    }

    private static func length(_ head: String) -> Int? {
        for line in head.split(whereSeparator: \.isNewline) {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == "content-length" else { continue }
            return Int(halves[1].trimmingCharacters(in: .whitespaces))
        }
        return nil
    }
}
