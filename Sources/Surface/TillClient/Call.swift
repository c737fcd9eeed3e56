// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// One call of a route, before it becomes bytes.
struct Call: Sendable {
    /// Whether a call asks or changes something.
    enum Verb: Sendable {
        case get
        case post
    }

    /// Whether it asks or changes something.
    let verb: Verb
    /// The parts of the path after `/v1`, not escaped.
    let segments: [String]
    /// Names and values after the question mark, not escaped.
    let query: [(String, String)]
    /// The message that goes along.
    let body: (any RequestMessage)?
    /// The key of a write.
    let key: IdempotencyKey?
    /// How long the daemon is asked to wait before it answers.
    let wait: Duration

    /// Creates a call from its parts.
    init(
        _ verb: Verb,
        _ segments: [String],
        query: [(String, String)] = [],
        body: (any RequestMessage)? = nil,
        key: IdempotencyKey? = nil,
        wait: Duration = .zero
    ) {
        self.verb = verb
        self.segments = segments
        self.query = query
        self.body = body
        self.key = key
        self.wait = wait
    }

    /// Path and query, with everything escaped that has a meaning of its own.
    ///
    /// - Throws: `badAddress` for a name that is empty or would lead to another path.
    func target() throws(ClientError) -> String {
        var target = "/v1"
        for segment in segments {
            guard !segment.isEmpty, segment != ".", segment != "..", segment.utf8.count <= 128
            else {
                throw .badAddress("\"\(segment.prefix(64))\" is not an id: copy it from a list")
            }
            target += "/" + Self.escaped(segment)
        }
        let pairs = query.map { "\($0.0)=\(Self.escaped($0.1))" }
        return pairs.isEmpty ? target : target + "?" + pairs.joined(separator: "&")
    }

    /// Source: RFC 3986, section 2.3.
    private static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { escaped, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                escaped += "%" + String(hex[Int(byte >> 4)]) + String(hex[Int(byte & 15)])
            }
        }
    }
}
