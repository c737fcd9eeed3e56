// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport

/// Where a webhook is sent, taken apart so that nobody reads it differently.
///
/// Source: RFC 3986, section 3; what it leaves to taste is refused.
package struct WebhookTarget: Sendable, Hashable {
    /// Whether it goes over TLS.
    package let isSecure: Bool
    /// The host in lower case, an address without its brackets.
    package let host: String
    /// The address, if the host is one and no name.
    package let address: NetworkAddress?
    /// Host and port as they stand in the request.
    package let authority: String
    /// Path and query.
    package let path: String

    /// Reads a URL.
    ///
    /// - Throws: ``TargetFault`` for anything but `http` or `https`, a host and perhaps a port, a path and a query.
    package init(_ url: String) throws(TargetFault) {
        guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !url.contains(where: { "\\#<>\"{}|^`".contains($0) })
        else {
            throw TargetFault(
                why:
                    "\(Self.shown(url)) is no address that can be sent to: write it without spaces, letters beyond ASCII, and what stands behind a #"
            )
        }
        let lower = url.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
            throw TargetFault(why: "\(Self.shown(url)) does not begin with https://: write the whole address")
        }
        isSecure = scheme == "https://"
        let rest = url.dropFirst(scheme.count)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let place = String(rest[..<end])
        guard !place.contains("@") else {
            throw TargetFault(
                why: "the address has a name or a password in it: leave them out, the signature says who sends")
        }
        (host, address) = try Self.host(of: place)
        authority = place.lowercased()
        let path = rest[end...]
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// The host of an authority, and its address if it is one.
    private static func host(of authority: String) throws(TargetFault) -> (String, NetworkAddress?) {
        var name = Substring(authority)
        var port = Substring()
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else {
                throw TargetFault(why: "\(shown(authority)) has no ] behind its address")
            }
            name = authority[authority.index(after: authority.startIndex)..<end]
            port = authority[authority.index(after: end)...]
            guard let address = NetworkAddress(String(name)), address.bytes.count == 16 else {
                throw TargetFault(why: "\(shown(authority)) is no address of IPv6: write it like [2001:db8::1]")
            }
            try check(port)
            return (name.lowercased(), address)
        }
        if let colon = name.firstIndex(of: ":") {
            port = name[colon...]
            name = name[..<colon]
        }
        try check(port)
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...253).contains(name.utf8.count), labels.allSatisfy({ isLabel($0) }), let last = labels.last else {
            throw TargetFault(why: "\(shown(authority)) names no host: write it like https://erp.example/till")
        }
        // Other programs take 2130706433, 0x7f.1 and 0177.0.0.1 for addresses too, and mean 127.0.0.1.
        let looksLikeNumber = last.allSatisfy { $0.isNumber } || last.lowercased().hasPrefix("0x")
        guard looksLikeNumber else { return (name.lowercased(), nil) }
        guard let address = NetworkAddress(String(name)), address.bytes.count == 4 else {
            throw TargetFault(why: "\(shown(authority)) is no address: write four decimal numbers, or a name")
        }
        return (String(name), address)
    }

    private static func check(_ port: Substring) throws(TargetFault) {
        guard !port.isEmpty else { return }
        let digits = port.dropFirst()
        guard port.hasPrefix(":"), (1...5).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
            (1...65_535).contains(number)
        else { throw TargetFault(why: "\(shown(String(port))) is no port: write 1 to 65535") }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    private static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(80).map { (0x20...0x7E).contains($0.value) ? Character($0) : "?" }
        return "\"\(String(scalars))\""
    }
}
