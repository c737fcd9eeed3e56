// SPDX-License-Identifier: Apache-2.0

import Signing
import TillAPI
import TillCore
import TillStore

/// Up to which day everything is proven by the acquirers' statements.
struct ProofRoutes: Sendable {
    let server: TillServer

    var all: [APIRoute] { [.get("/v1/proofs", list)] }

    /// Days that one answer lists at most, for each account.
    static let daysMax = 400

    private func list(_ call: APICall) async throws -> APIAnswer {
        let days = try call.number("days", in: 0...Self.daysMax, otherwise: 7)
        var accounts: [AccountProofResource] = []
        for account in server.terms.accounts {
            let proof = try await server.ledger.proof(of: account.id, days: days)
            let standing = server.surroundings.statements(account.id)
            accounts.append(
                AccountProofResource(
                    account: account.id.text, hasStatements: standing.areGiven,
                    provenUntil: proof.provenUntil?.description, trouble: standing.trouble,
                    days: proof.days.map { ComparedDayResource($0) }))
        }
        return try .message(ProofPage(accounts: accounts))
    }
}

extension ComparedDayResource {
    fileprivate init(_ day: ComparedDay) {
        self.init(
            day: day.day.description, comparedAt: WireTime(day.comparedAt), lines: day.lines,
            hash: Hex.encode(day.hash), holds: day.holds.map(\.text), open: day.open)
    }
}
