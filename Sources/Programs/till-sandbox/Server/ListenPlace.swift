// SPDX-License-Identifier: Apache-2.0

/// Where a server listens: "127.0.0.1:8471" or "[::1]:8471".
struct ListenPlace: Sendable, Hashable {
    /// The address without brackets.
    let host: String
    /// 1 to 65535.
    let port: Int
    /// The same as a URL; for a place that means every address, the one of this machine itself.
    let url: String

    /// Reads a place.
    ///
    /// - Throws: ``SandboxFault/badListen(_:)``.
    init(_ text: String) throws {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            throw SandboxFault.badListen(text)
        }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
        } else if host.contains(":") {
            throw SandboxFault.badListen(text)
        }
        guard !host.isEmpty, host.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw SandboxFault.badListen(text)
        }
        self.host = host
        self.port = Int(port)
        let own = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
        url = own.contains(":") ? "http://[\(own)]:\(port)" : "http://\(own):\(port)"
    }
}
