// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes

/// An `http` or `https` URL in the parts that a request needs.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// "http" or "https".
    package let scheme: String
    /// Host and, where it is written, port: "127.0.0.1:8471".
    package let authority: String
    /// Path and query, with a leading slash; "/" when the URL ends with its authority.
    package let path: String

    /// Reads a URL; nil for other schemes, user names, fragments and anything but printable ASCII.
    package init?(_ text: String) {
        guard text.utf8.count <= 2048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("#") else {
            return nil
        }
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
        let scheme = text[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[colon...].dropFirst(3)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = String(rest[..<end])
        guard !authority.isEmpty, !authority.contains("@"), Self.host(of: authority) != nil else { return nil }
        let tail = String(rest[end...])
        self.scheme = scheme
        self.authority = authority
        path = tail.hasPrefix("/") ? tail : "/" + tail
    }

    /// The URL.
    package var description: String { "\(scheme)://\(authority)\(path)" }

    /// Whether the host is this machine by its name or address.
    package var isLoopback: Bool {
        Self.host(of: authority).map(Self.isLoopback(host:)) ?? false
    }

    /// A request for this URL.
    package func request(_ method: HTTPRequest.Method, headerFields: HTTPFields = [:]) -> HTTPRequest {
        HTTPRequest(method: method, scheme: scheme, authority: authority, path: path, headerFields: headerFields)
    }

    /// Whether a host name or address is this machine's own.
    static func isLoopback(host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isFour = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
        return host == "localhost" || host == "::1" || (isFour && parts[0] == "127")
    }

    /// The host of an authority, without brackets and port.
    static func host(of authority: String) -> String? {
        var host = Substring(authority)
        var port: Substring?
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return nil }
            let tail = host[host.index(after: end)...]
            guard tail.isEmpty || tail.hasPrefix(":") else { return nil }
            port = tail.isEmpty ? nil : tail.dropFirst()
            host = host[host.index(after: host.startIndex)..<end]
        } else if let colon = host.firstIndex(of: ":") {
            port = host[host.index(after: colon)...]
            host = host[..<colon]
        }
        if let port, UInt16(port) == nil { return nil }
        return host.isEmpty ? nil : host.lowercased()
    }
}
