// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Whether webhooks can be signed: what their secrets are made of lies in a file that no backup of the ledger holds.
struct WebhookExamination: Examination {
    /// How many endpoints the ledger has; nil if it was not looked at.
    let endpoints: Int?
    /// The file beside the ledger.
    let file: String

    func findings() async -> [Finding] {
        guard access(file, F_OK) == 0 else {
            guard let endpoints, endpoints > 0 else { return [.ok("webhooks", "none is set up")] }
            return [
                .warning(
                    "webhooks", "\(file) is gone, and nothing can be signed for \(Self.count(endpoints))",
                    remedy: "put it back, or give each a new secret with \"till webhook rotate\"")
            ]
        }
        do throws(SecretFile.Fault) {
            _ = try SeedFile.read(file)
        } catch {
            return [
                .warning(
                    "webhooks", "no secret can be made, and nothing is sent: \(error.sentence)",
                    remedy: "then have each endpoint told again with \"till webhook redeliver\"")
            ]
        }
        let whose = endpoints.map { " of \(Self.count($0))" } ?? ""
        return [.ok("webhooks", "the secrets\(whose) can be made")]
    }

    private static func count(_ endpoints: Int) -> String {
        endpoints == 1 ? "one endpoint" : "\(endpoints) endpoints"
    }
}
