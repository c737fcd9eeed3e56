// SPDX-License-Identifier: Apache-2.0

/// The address that a platform answers at: https, or http to this machine only.
package struct GatewayAddress: Sendable, Hashable {
    /// `https` or `http`.
    package let scheme: String
    /// Host in lower case, and port unless it is the scheme's usual one.
    package let authority: String
    /// The path without a slash at its end; empty for none.
    package let path: String

    /// Reads an address without user, query and fragment; nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count <= 512, let separator = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard let (host, port) = Self.split(authority.lowercased()),
            scheme == "https" || scheme == "http" && Self.isLoopback(host)
        else { return nil }
        var path = rest.dropFirst(authority.count)
        while path.last == "/" { path.removeLast() }
        guard path.utf8.allSatisfy(Self.isOfPath) else { return nil }
        self.scheme = scheme
        self.authority =
            port == (scheme == "https" ? 443 : 80) ? host : port.map { "\(host):\($0)" } ?? host
        self.path = String(path)
    }

    /// The whole address.
    package var text: String { "\(scheme)://\(authority)\(path)" }

    private static func split(_ authority: String) -> (host: String, port: UInt16?)? {
        let end: String.Index
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            let address = authority[authority.index(after: authority.startIndex)..<bracket]
            guard address.contains(":"), address.utf8.allSatisfy(isOfAddress) else { return nil }
            end = authority.index(after: bracket)
        } else {
            end = authority.firstIndex(of: ":") ?? authority.endIndex
            let labels = authority[..<end].split(separator: ".", omittingEmptySubsequences: false)
            guard
                labels.allSatisfy({
                    !$0.isEmpty && $0.utf8.count <= 63 && $0.utf8.allSatisfy(isOfName)
                })
            else { return nil }
        }
        let host = String(authority[..<end])
        guard end != authority.endIndex else { return (host, nil) }
        let digits = authority[authority.index(after: end)...]
        guard authority[end] == ":", digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let port = UInt16(digits), port > 0
        else { return nil }
        return (host, port)
    }

    /// A name such as 127.evil.example is not this machine: all four numbers have to be there.
    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        OpenPayName.isPlain(byte)
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        (48...58).contains(byte) || (97...102).contains(byte) || byte == UInt8(ascii: ".")
    }

    private static func isOfPath(_ byte: UInt8) -> Bool {
        OpenPayName.isPlain(byte)
            || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "~")].contains(byte)
    }
}
