// SPDX-License-Identifier: Apache-2.0

/// A request target in its parts, percent-decoded.
struct RequestPath: Sendable {
    /// The path between its slashes; a slash at the end counts as an empty one.
    let segments: [String]
    /// The parameters of the query in their order.
    let query: [(name: String, value: String)]

    /// Takes a path and query apart; what is no UTF-8 when it is decoded stays encoded.
    init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        segments = parts[0].drop { $0 == "/" }.split(separator: "/", omittingEmptySubsequences: false).map(Self.decoded)
        query =
            parts.count < 2
            ? []
            : parts[1].split(separator: "&").map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (Self.decoded(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
            }
    }

    /// The value of a parameter that is there once.
    func parameter(_ name: String) -> String? {
        let found = query.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    private static func decoded(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
                let high = Character(UnicodeScalar(bytes[at + 1])).hexDigitValue,
                let low = Character(UnicodeScalar(bytes[at + 2])).hexDigitValue
            {
                plain.append(UInt8(high << 4 | low))
                at += 3
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        return String(validating: plain, as: UTF8.self) ?? String(text)
    }
}
