// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing
import TillAPI

/// Who may speak to the API on a listener, and as whom.
///
/// The socket's file mode decides on the socket, and the kernel says who connected. On loopback
/// anything on the machine can connect, a browser on a foreign page included: so `Host`, `Origin`
/// and `Sec-Fetch-Site` must be ours, and a token be shown.
package struct LocalAccess: Sendable {
    private enum Proof: Sendable {
        case peer(PeerRules)
        case token(digest: [UInt8], TokenBook?)
    }

    private let hosts: Set<String>
    private let proof: Proof
    private let opensMetrics: Bool

    /// The Unix socket: whoever may open the file may speak.
    package static let socket = LocalAccess(hosts: [], proof: .peer(.open))

    /// The Unix socket, whose users may do what rules say.
    package static func socket(_ rules: PeerRules) -> LocalAccess {
        LocalAccess(hosts: [], proof: .peer(rules))
    }

    /// Loopback TCP.
    ///
    /// - Parameters:
    ///   - token: the token of the configuration, which may do everything.
    ///   - book: tokens that were made; nil if there are none.
    ///   - opensMetrics: whether figures need no token.
    package static func loopback(
        port: Int, token: String, book: TokenBook? = nil, opensMetrics: Bool = false
    ) -> LocalAccess {
        LocalAccess(
            hosts: ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"],
            proof: .token(digest: Digest.sha256(Array(token.utf8)), book), opensMetrics: opensMetrics)
    }

    private init(hosts: Set<String>, proof: Proof, opensMetrics: Bool = false) {
        self.opensMetrics = opensMetrics
        self.hosts = hosts
        self.proof = proof
    }

    /// What a route asks of whoever calls it here.
    func terms(of route: String) -> RouteTerms {
        let terms = RouteTable.terms(of: route)
        return opensMetrics && route == ProbeRoutes.metricsRoute ? RouteTerms(roles: nil, query: terms.query) : terms
    }

    /// Whether it matters who connected.
    var asksForPeer: Bool { if case .peer(let rules) = proof { rules.areAsked } else { false } }

    /// Makes sure that no page of another origin asks, whatever it knows.
    ///
    /// - Throws: a `Problem` with `host_refused` or `origin_refused`.
    func check(_ head: HTTPRequest) throws(Problem) {
        guard case .token = proof else { return }
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
    }

    /// Who asks; nil if they did not say, which is enough for what is no secret.
    ///
    /// - Parameter peer: who connected; nil if it does not matter, or nobody knows.
    /// - Throws: a `Problem` with `unauthorized` if they showed what is no token.
    func caller(_ head: HTTPRequest, peer: Peer?) throws(Problem) -> Caller? {
        switch proof {
        case .peer(let rules): return Caller(name: Caller.socketName, roles: rules.roles(of: peer))
        case .token(let expected, let book):
            guard let shown = head.headerFields[.authorization] else { return nil }
            // Digests, so that neither length nor content shows in the time that it takes.
            let isBearer = shown.hasPrefix(Self.scheme)
            let digest = Digest.sha256(Array(shown.utf8.dropFirst(Self.scheme.utf8.count)))
            let isOwn = equalInConstantTime(digest, expected)
            let made = book?.caller(showing: digest)
            guard isBearer, let caller = isOwn ? Self.owner : made else { throw Self.noToken }
            return caller
        }
    }

    /// Whether somebody still is who they were when they asked: a token is taken back, or comes to its end.
    func standing(of caller: Caller, by head: HTTPRequest, _ peer: Peer?) -> @Sendable () -> Bool {
        {
            // Whoever shows what is no token any more is nobody.
            ((try? self.caller(head, peer: peer)) ?? .nobody) == caller
        }
    }

    private static let scheme = "Bearer "
    private static let owner = Caller(name: Caller.tokenName, roles: [.admin])

    /// The problem of a request that shows no token that is good.
    static var noToken: Problem {
        Problem(
            .unauthorized, "send the token as \"Authorization: Bearer …\"", field: "Authorization")
    }
}
