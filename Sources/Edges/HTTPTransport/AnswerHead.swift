// SPDX-License-Identifier: Apache-2.0
import HTTPTypes

/// Collects an answer's status line and fields as they arrive.
struct AnswerHead {
    /// The longest head that is accepted, in bytes.
    static let longest = 64 << 10

    private(set) var status: Int?
    private(set) var isTooLong = false
    private var lines: [(name: HTTPField.Name, value: [UInt8])] = []
    private var size = 0
    private var isComplete = false

    /// Takes one line; false when the head is too long.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        size += line.count
        guard size <= Self.longest else {
            isTooLong = true
            return false
        }
        var line = line[...]
        while let last = line.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { line.removeLast() }
        if line.starts(with: "HTTP/".utf8) {
            // Every interim answer has a head of its own, and the last head counts.
            status = Self.status(in: line)
            lines = []
            isComplete = false
        } else if line.isEmpty {
            isComplete = true
        } else if !isComplete {
            // Lines after the empty one are trailers: they are no part of the head and nothing here reads them.
            add(line)
        }
        return true
    }

    /// The head; nil when no proper status line came, or when it gives two lengths: RFC 9112, section 6.3.
    var response: HTTPResponse? {
        guard let status, Set(lines.lazy.filter { $0.name == .contentLength }.map(\.value)).count < 2 else {
            return nil
        }
        var fields = HTTPFields()
        for line in lines { fields.append(HTTPField(name: line.name, value: line.value)) }
        return HTTPResponse(status: .init(code: status), headerFields: fields)
    }

    private mutating func add(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        if let first = line.first, Self.isBlank(first) {
            // An old-style continued line: RFC 9112, section 5.2.
            guard !lines.isEmpty else { return }
            lines[lines.count - 1].value += [UInt8(ascii: " ")] + Self.trimmed(line)
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
        else { return }
        lines.append((name, Self.trimmed(line[(colon + 1)...])))
    }

    private static func status(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count > 1, words[1].count == 3, let code = Int(String(decoding: words[1], as: UTF8.self)),
            (100...999).contains(code)
        else { return nil }
        return code
    }

    private static func trimmed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return Array(text)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
