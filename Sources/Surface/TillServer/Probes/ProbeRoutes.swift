// SPDX-License-Identifier: Apache-2.0

import Meters
import TillAPI

/// Whether the daemon lives, whether it sells, and its figures: for machines that watch over it.
struct ProbeRoutes: Sendable {
    /// What stands in the way of a sale.
    let obstacles: @Sendable () async throws -> [Obstacle]
    /// All figures, as Prometheus reads them.
    let metrics: @Sendable () async throws -> String

    /// The figures, whose reading may be open to everybody on this machine.
    static let metricsRoute = "GET /metrics"

    var all: [APIRoute] { [.get("/healthz", alive), .get("/readyz", ready), .get("/metrics", figures)] }

    /// That this is answered is all that it says: no ledger is asked, and no device.
    private func alive(_ call: APICall) async throws -> APIAnswer { Self.ok }

    private func ready(_ call: APICall) async throws -> APIAnswer {
        let obstacles = try await obstacles()
        guard obstacles.isEmpty else {
            let words = obstacles.map(\.rawValue).joined(separator: ", ")
            throw Problem(.unavailable, "no sale can be opened: \(words)")
        }
        return Self.ok
    }

    private func figures(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(mediaType: MetricPage.mediaType, body: Array(try await metrics().utf8))
    }

    private static let ok = APIAnswer(mediaType: "text/plain; charset=utf-8", body: Array("ok\n".utf8))
}

extension ProbeRoutes {
    /// The probes of a server, each of which reads the ledger once a second at most.
    init(server: TillServer) {
        let probe: @Sendable () async throws -> [Obstacle] = {
            try await server.readiness.value { await server.obstacles() }
        }
        self.init(
            obstacles: probe,
            metrics: {
                try await server.figures.value {
                    try await server.surroundings.metrics(
                        ServerFigures(
                            obstacles: try await probe(), readers: server.readers.count,
                            readersMax: server.readers.limit))
                }
            })
    }
}
