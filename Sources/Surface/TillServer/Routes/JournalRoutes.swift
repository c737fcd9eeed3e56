// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

/// The journal as a whole: its head, and whether it is what was written.
struct JournalRoutes: Sendable {
    let server: TillServer

    /// How long one request examines the ledger; the client asks for the next stretch.
    static let stretch: Duration = .seconds(1)

    var all: [APIRoute] {
        [
            .get("/v1/journal/head", head), .get("/v1/journal/verification", verification),
        ]
    }

    private func head(_ call: APICall) async throws -> APIAnswer {
        try .message(JournalHeadResource(try await server.ledger.head()))
    }

    private func verification(_ call: APICall) async throws -> APIAnswer {
        let slice = try await server.ledger.examine(from: try place(call.query["after"]), for: Self.stretch)
        return try .message(
            VerificationResource(
                rows: slice.rows, orders: slice.orders, next: slice.next.map { Self.text(of: $0) },
                fault: slice.fault.map { VerificationFault(row: $0.row, order: $0.order?.text, what: $0.what) }))
    }

    private static func text(of place: ExaminationPlace) -> String {
        switch place {
        case .chain(let seq): "chain:\(seq)"
        case .orders(let id): "orders:\(id)"
        case .turnover(let number): "turnover:\(number)"
        }
    }

    private func place(_ text: String?) throws -> ExaminationPlace {
        guard let text else { return .beginning }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[0] == "chain", let seq = Int64(parts[1]), seq >= 0 { return .chain(seq) }
        if parts.count == 2, parts[0] == "orders", parts[1].utf8.count <= 128 { return .orders(String(parts[1])) }
        if parts.count == 2, parts[0] == "turnover", let number = Int64(parts[1]), number >= 0 {
            return .turnover(number)
        }
        throw Problem(
            .invalidValue, "write what \"next\" of the stretch before says, such as chain:5000", field: "after")
    }
}
