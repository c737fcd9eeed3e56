// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing
import TillAPI

/// Who may speak to the API on a listener.
///
/// The socket's file mode decides on the socket. On loopback anything on the machine can connect,
/// a browser on a foreign page included: so `Host` and `Origin` must be ours, and a token be shown.
package struct LocalAccess: Sendable {
    private let hosts: Set<String>
    private let token: [UInt8]?

    /// The Unix socket: whoever may open the file may speak.
    package static let socket = LocalAccess(hosts: [], token: nil)

    /// Loopback TCP.
    package static func loopback(port: Int, token: String) -> LocalAccess {
        LocalAccess(
            hosts: ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"],
            token: Array(token.utf8))
    }

    private init(hosts: Set<String>, token: [UInt8]?) {
        self.hosts = hosts
        self.token = token
    }

    /// What the journal calls who asks here.
    var by: String { token == nil ? "socket" : "token" }

    /// Checks a request's head.
    ///
    /// - Throws: a `Problem` with `host_refused`, `origin_refused` or `unauthorized`.
    func check(_ head: HTTPRequest) throws(Problem) {
        guard let token else { return }
        // A second Host stays among the fields. Source: RFC 9112, section 3.2.
        let isSaidOnce = HTTPField.Name("Host").map { head.headerFields[$0] == nil } ?? true
        guard isSaidOnce, let host = head.authority?.lowercased(), hosts.contains(host) else {
            throw Problem(.hostRefused, "this API answers to localhost only", field: "Host")
        }
        if let origin = head.headerFields[.origin],
            !hosts.contains(where: { origin == "http://\($0)" })
        {
            throw Problem(.originRefused, "pages of other origins may not ask", field: "Origin")
        }
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ head.headerFields[$0] }),
            site != "same-origin", site != "none"
        {
            throw Problem(
                .originRefused, "pages of other sites may not ask", field: "Sec-Fetch-Site")
        }
        let shown = head.headerFields[.authorization] ?? ""
        // Digests, so that neither length nor content shows in the time that it takes.
        let expected = Digest.sha256(Array("Bearer ".utf8) + token)
        guard equalInConstantTime(Digest.sha256(Array(shown.utf8)), expected) else {
            throw Problem(
                .unauthorized, "send the token as \"Authorization: Bearer …\"",
                field: "Authorization")
        }
    }
}
