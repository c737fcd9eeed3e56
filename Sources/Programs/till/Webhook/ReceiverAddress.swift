// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Where a receiver is that a person tries.
struct ReceiverAddress {
    /// `http` or `https`.
    let scheme: String
    /// Host and port.
    let authority: String
    /// Path and query.
    let path: String

    /// Reads a URL.
    ///
    /// - Throws: ``Sentence`` if it is none.
    init(_ url: String) throws {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.percentEncodedHost, !host.isEmpty
        else {
            throw Sentence(text: "\"\(url)\" is no address: write it like http://localhost:3000/till")
        }
        self.scheme = scheme
        authority = host + (parts.port.map { ":\($0)" } ?? "")
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        self.path = path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
    }
}
