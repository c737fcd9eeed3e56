// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// What a route asks of whoever calls it.
struct RouteTerms: Sendable, Hashable {
    /// The roles of which one is needed; `admin` always does. Nil if nobody has to say who they are.
    let roles: Set<Role>?
    /// The members that its query may have; nil if nobody has written them down.
    let query: Set<String>?
    /// Whether one who asks too fast is refused.
    var isLimited = true

    /// Makes sure that somebody may call the route.
    ///
    /// - Throws: a `Problem` with `forbidden`.
    func check(_ caller: Caller) throws(Problem) {
        guard let roles else { return }
        guard caller.roles.isDisjoint(with: roles.union([.admin])) else { return }
        let needed = Role.sorted(roles.union([.admin])).map(\.rawValue).joined(separator: ", ")
        let given = Role.sorted(caller.roles).map(\.rawValue).joined(separator: ", ")
        throw Problem(
            .forbidden,
            "this needs one of the roles \(needed), and \(caller.name) has \(given.isEmpty ? "none" : given)")
    }

    /// Makes sure that a query has members that the route knows, each of them once.
    ///
    /// - Throws: a `Problem` with `unknown_field` or `invalid_value`.
    func check(_ members: [String]) throws(Problem) {
        guard let query else { return }
        var seen: Set<String> = []
        for name in members {
            let shown = String(name.prefix(48))
            guard query.contains(name) else {
                let known = query.isEmpty ? "it has none" : "it has \(query.sorted().joined(separator: ", "))"
                throw Problem(.unknownField, "the query of this path has no \"\(shown)\": \(known)", field: shown)
            }
            guard seen.insert(name).inserted else {
                throw Problem(.invalidValue, "\(shown) stands twice in the query: write it once", field: shown)
            }
        }
    }
}

/// Who may call which route, and with which query: one row for each.
///
/// A route that has no row is for `admin` alone.
enum RouteTable {
    private static let cashiers: Set<Role> = [.sale, .refund, .report]
    private static let sellers: Set<Role> = [.sale]
    private static let repayers: Set<Role> = [.refund]
    private static let readers: Set<Role> = [.report]
    private static let operators: Set<Role> = []

    /// The terms of a route, such as `GET /v1/orders/:id`.
    static func terms(of route: String) -> RouteTerms {
        rows[route] ?? RouteTerms(roles: operators, query: nil)
    }

    private static func row(_ roles: Set<Role>?, _ query: Set<String> = []) -> RouteTerms {
        RouteTerms(roles: roles, query: query)
    }

    /// All rows.
    static let rows: [String: RouteTerms] = [
        "POST /v1/orders": row(sellers, ["wait"]),
        "GET /v1/orders": row(cashiers, ["open", "limit"]),
        "GET /v1/orders/:id": row(cashiers, ["wait", "timeout", "version"]),
        "POST /v1/orders/:id/cancel": row(sellers),
        "POST /v1/orders/:id/attempts": row(sellers),
        "POST /v1/orders/:id/check": row(cashiers),
        "POST /v1/orders/:id/refunds": row(repayers),
        "POST /v1/orders/:id/reprint": row([.sale, .refund]),
        "GET /v1/orders/:id/code": row(sellers, ["format"]),
        "GET /v1/orders/:id/receipt": row(cashiers, ["format"]),
        "GET /v1/orders/:id/explanation": row(cashiers),
        "GET /v1/orders/:id/evidence": row(readers),
        "GET /v1/holds": row(cashiers),
        "POST /v1/holds/:id/settle": row(repayers),
        "GET /v1/events": row(cashiers, ["after", "wait", "order"]),
        "GET /v1/queue": row(readers, ["lane", "order", "held", "after", "limit"]),
        "POST /v1/queue/:id/hold": row(operators),
        "POST /v1/queue/:id/release": row(operators),
        "POST /v1/queue/flush": row(operators),
        "GET /v1/drain": row(readers, ["wait"]),
        "POST /v1/drain": row(operators),
        "POST /v1/drain/end": row(operators),
        "GET /v1/journal/head": row(readers),
        "GET /v1/journal/verification": row(readers, ["after"]),
        "GET /v1/proofs": row(readers, ["days"]),
        "GET /v1/days/:id": row(readers),
        "POST /v1/days/:id/print": row(readers),
        "GET /v1/printers": row(cashiers),
        "POST /v1/printers/:id/test": row(operators),
        "POST /v1/printers/:id/probe": row(operators),
        "GET /v1/devices": row(cashiers),
        "GET /v1/displays": row(cashiers),
        "POST /v1/displays/:id/test": row(operators),
        "GET /v1/health": row(cashiers),
        "POST /v1/backups": row(operators),
        "GET /v1/webhooks": row(readers),
        "POST /v1/webhooks": row(operators),
        "GET /v1/webhooks/:id/deliveries": row(readers, ["dead", "after", "limit"]),
        "POST /v1/webhooks/:id/test": row(operators),
        "POST /v1/webhooks/:id/rotate": row(operators),
        "POST /v1/webhooks/:id/redeliver": row(operators),
        "POST /v1/webhooks/:id/remove": row(operators),
        "GET /v1/tokens": row(operators),
        "POST /v1/tokens": row(operators),
        "POST /v1/tokens/:id/revoke": row(operators),
        "GET /v1/openapi.yaml": row(nil),
        "GET /v1/docs": row(nil),
        // Whoever watches over the daemon must not take a busy one for a dead one.
        "GET /healthz": RouteTerms(roles: nil, query: [], isLimited: false),
        "GET /readyz": RouteTerms(roles: nil, query: [], isLimited: false),
        ProbeRoutes.metricsRoute: row(readers),
    ]
}
