// SPDX-License-Identifier: Apache-2.0

import Glibc
import HTTPTypes
import HummingbirdCore
package import Logging
import Meters
import NIOCore
import ServiceLifecycle
package import TillAPI
package import TillCore
import TillStore

/// The local API on one socket or port.
package struct APIListener: Service, HTTPListener {
    /// Where a listener listens.
    package enum Address: Sendable {
        /// A Unix socket; `group` may use it beside the daemon's own user.
        case socket(path: String, group: String?)
        /// Loopback TCP.
        case loopback(host: String, port: Int)
    }

    private let routes: [APIRoute]
    /// Those whose answer may be one that goes on for as long as somebody reads it.
    private let longRoutes: [APIRoute]
    private let refusal: Problem?
    private let entry: ListenerEntry
    private let address: Address
    private let access: LocalAccess
    private let limit: RateLimit?
    let wall: @Sendable () -> Timestamp
    private let meters: Meters
    private let logger: Logger

    /// Puts a listener together.
    package init(
        server: TillServer, address: Address, access: LocalAccess,
        entry: ListenerEntry = ListenerEntry(), logger: Logger
    ) {
        self.init(
            routes: server.routes, refusal: nil, clock: server.ledger.continuousClock,
            wall: { server.ledger.wall }, address: address, access: access, entry: entry, meters: server.ledger.meters,
            logger: logger)
    }

    /// Puts a listener together that answers health and nothing else: there is no ledger.
    ///
    /// - Parameters:
    ///   - health: how the terminal is.
    ///   - metrics: what figures there are, as Prometheus reads them.
    ///   - refusal: what everything else is answered with.
    ///   - clock: a clock that never goes back.
    ///   - wall: the clock on the wall.
    package init(
        health: @escaping @Sendable () async throws -> HealthResource,
        metrics: @escaping @Sendable () async throws -> String = { "" }, refusal: SaleRefusal,
        clock: @escaping @Sendable () -> Duration, wall: @escaping @Sendable () -> Timestamp, address: Address,
        access: LocalAccess, entry: ListenerEntry = ListenerEntry(), logger: Logger
    ) {
        self.init(
            routes: HealthRoutes(health: health).all
                + ProbeRoutes(obstacles: { [Obstacle(refusal)] }, metrics: metrics).all,
            refusal: refusal.problem, clock: clock, wall: wall, address: address, access: access, entry: entry,
            meters: Meters(), logger: logger)
    }

    private init(
        routes: [APIRoute], refusal: Problem?, clock: @escaping @Sendable () -> Duration,
        wall: @escaping @Sendable () -> Timestamp, address: Address, access: LocalAccess, entry: ListenerEntry,
        meters: Meters, logger: Logger
    ) {
        self.wall = wall
        self.meters = meters
        self.routes = routes
        longRoutes = routes.filter(\.isLong)
        self.refusal = refusal
        self.entry = entry
        self.address = address
        self.access = access
        self.logger = logger
        switch address {
        case .socket: limit = nil
        case .loopback: limit = RateLimit(perSecond: 50, burst: 100, clock: clock)
        }
    }

    /// Listens until shutdown.
    package func run() async throws {
        switch address {
        case .loopback(let host, let port):
            try await serve(
                on: .hostname(host, port: port), key: "api.listen", entry: entry, logger: logger
            ) {
                logger.info("the local API is open", metadata: ["listen": "\(host):\(port)"])
            }
        case .socket(let path, _):
            // Whoever holds the ledger's lock is the only one.
            try await serve(
                on: .unixDomainSocket(path: path), key: "api.socket", socket: path, entry: entry,
                logger: logger
            ) { opened() }
        }
    }

    /// Lets the group in, once the socket is there; until then the process's umask keeps all out.
    private func opened() {
        guard case .socket(let path, let group) = address else { return }
        if let group, let entry = getgrnam(group) { chown(path, uid_t.max, entry.pointee.gr_gid) }
        if chmod(path, 0o660) != 0 {
            logger.error("cannot set the socket's mode", metadata: ["path": "\(path)"])
        }
        logger.info("the local API is open", metadata: ["socket": "\(path)"])
    }

    /// Answers a request, whatever it is.
    ///
    /// A task keeps what its deepest call took of memory until it ends, and one that writes events to a reader ends after
    /// days: what leads to such an answer is a task of its own, so that it is not kept a thousand times.
    func respond(to request: Request, on connection: any Channel) async throws -> Response {
        guard longRoutes.contains(where: { $0.match(request.uri.path) != nil }) else {
            return try await answered(request, connection)
        }
        async let response = answered(request, connection)
        return try await response
    }

    @inline(never) private func answered(_ request: Request, _ connection: any Channel) async throws -> Response {
        let parts = APIRoute.parts(of: request.uri.path)
        let matching = routes.compactMap { route in route.match(parts).map { (route: route, id: $0) } }
        let method = request.method == .head ? .get : request.method
        let found = matching.first { $0.route.method == method }
        let answer = try await answer(request, connection, matching, found)
        meters.requests.note([found?.route.name ?? "none", "\(answer.status.code)"])
        let response = answer.response(over: connection)
        // Source: RFC 9110, section 9.3.2.
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// A route, and what stands where its pattern has `:id`.
    private typealias Match = (route: APIRoute, id: String)

    private func answer(
        _ request: Request, _ connection: any Channel, _ matching: [Match], _ found: Match?
    ) async throws -> APIAnswer {
        do {
            return try await admitted(request, connection, matching, found)
        } catch {
            let problem = Problem.of(error)
            if problem.code == .internalError { tell(error, of: found) }
            var answer = try APIAnswer.message(
                problem, status: HTTPResponse.Status(code: problem.status))
            answer.mediaType = Problem.mediaType
            answer.fields += fields(of: problem, request.uri.path)
            return answer
        }
    }

    /// Says in the log that a request failed for a reason of our own.
    private func tell(_ error: any Error, of found: Match?) {
        var metadata: Logger.Metadata = ["route": "\(found?.route.name ?? "none")", "error": "\(error)"]
        if let found, found.route.pattern.hasPrefix("/v1/orders/:id") { metadata["order"] = "\(found.id.prefix(40))" }
        logger.error("a request failed", metadata: metadata)
    }

    /// What goes with a refusal. Source: RFC 9110, sections 15.5.2, 15.5.6 and 15.5.16.
    private func fields(of problem: Problem, _ path: String) -> [(String, String)] {
        switch problem.code {
        case .unauthorized: [("WWW-Authenticate", "Bearer")]
        case .methodNotAllowed: [("Allow", methods(of: path))]
        case .unsupportedMediaType: [("Accept", "application/json")]
        case .idempotencyInProgress: [("Retry-After", "1")]
        default: []
        }
    }

    /// The methods that a path knows, as `Allow` names them.
    private func methods(of path: String) -> String {
        var methods = Set(routes.filter { $0.match(path) != nil }.map(\.method.rawValue))
        if methods.contains("GET") { methods.insert("HEAD") }
        return methods.union(["OPTIONS"]).sorted().joined(separator: ", ")
    }

    /// Lets a request through that may be carried out, and has it carried out.
    private func admitted(
        _ request: Request, _ connection: any Channel, _ matching: [Match], _ found: Match?
    ) async throws -> APIAnswer {
        try access.check(request.head)
        let peer = access.asksForPeer ? await Peer.of(connection) : nil
        let caller = try access.caller(request.head, peer: peer)
        let path = request.uri.path
        let terms = found.map { access.terms(of: $0.route.name) }
        guard let caller = caller ?? terms.flatMap({ $0.roles == nil ? Caller.nobody : nil }) else {
            throw LocalAccess.noToken
        }
        guard terms?.isLimited == false || limit?.admits() ?? true else {
            throw Problem(.unavailable, "too many requests: ask more slowly")
        }
        if request.method == .options, !matching.isEmpty {
            return APIAnswer(
                status: .noContent, mediaType: nil, fields: [("Allow", methods(of: path))], body: [])
        }
        guard let (route, id) = found, let terms else {
            if let refusal { throw refusal }
            guard !matching.isEmpty else {
                throw Problem(.noSuchRoute, "there is nothing at \(path)")
            }
            let known = matching.map(\.route.method.rawValue).sorted().joined(separator: " and ")
            throw Problem(.methodNotAllowed, "\(path) answers to \(known) only")
        }
        try terms.check(caller)
        try terms.check(request.uri.queryParameters.map { String($0.key) })
        let body = try await Self.body(of: request)
        if route.method != .get { try JSONBody.check(request.headers[.contentType], bytes: body.count) }
        let call = APICall(
            route: route.name, id: id, query: Self.query(of: request), body: body,
            key: HTTPField.Name(TillAPI.IdempotencyKey.header).flatMap { request.headers[$0] },
            by: caller.name, fields: request.headers, isStanding: access.standing(of: caller, by: request.head, peer))
        return try await route.answer(call)
    }

    private static func query(of request: Request) -> [String: String] {
        var query: [String: String] = [:]
        for (name, value) in request.uri.queryParameters { query[String(name)] = String(value) }
        return query
    }

    static func body(of request: Request) async throws -> [UInt8] {
        do {
            let buffer = try await request.body.collect(upTo: RequestReader.bodyLimit)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem(
                .tooLarge, "a body has at most \(RequestReader.bodyLimit) bytes")
        } catch {
            throw Problem(.malformed, "the body did not arrive whole: send it again")
        }
    }
}

extension APIAnswer {
    /// The answer on the wire.
    func response(over channel: any Channel) -> Response {
        var fields = APIAnswer.guards
        fields[.contentType] = mediaType
        for (name, value) in self.fields {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if let stream {
            return Response(
                status: status, headers: fields,
                body: ResponseBody { writer in try await stream.write(to: &writer, over: channel) })
        }
        return Response(
            status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
