// SPDX-License-Identifier: Apache-2.0

/// Where a daemon listens on TCP: `127.0.0.1:8470` or `https://till-3.shop.example`.
struct ServerAddress: Sendable, Hashable {
    /// `http` or `https`.
    let scheme: String
    /// Host and port: `127.0.0.1:8470`.
    let authority: String

    /// Takes a host and a port, or a URL of `http` or `https` without a path.
    ///
    /// - Throws: `badAddress` for anything else.
    init(_ text: String) throws(ClientError) {
        var rest = text[...]
        var scheme = "http"
        for known in ["http", "https"] where text.hasPrefix(known + "://") {
            scheme = known
            rest = text.dropFirst(known.count + 3)
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let isSound =
            !rest.isEmpty && rest.utf8.count <= 255 && rest.utf8.allSatisfy(Self.isAuthorityByte)
        guard isSound else {
            throw .badAddress("\"\(text)\" is not an address: write it like 127.0.0.1:8470")
        }
        self.scheme = scheme
        authority = String(rest)
    }

    private static func isAuthorityByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
