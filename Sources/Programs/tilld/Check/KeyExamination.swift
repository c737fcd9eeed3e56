// SPDX-License-Identifier: Apache-2.0

/// Whether the accounts are of the kind that the environment says. That files are nobody else's
/// and keys are keys was settled by reading them.
struct KeyExamination: Examination {
    let environment: Settings.Environment
    let accounts: [Settings.Account]

    /// Words in a gateway's name that say that no money moves there.
    private static let played = ["sandbox", "sandbx", "test", "localhost", "127.0.0.1", "example"]

    func findings() async -> [Finding] {
        var findings: [Finding] = []
        for account in accounts {
            let gateway = (account.section["gateway"] ?? "").lowercased()
            let isPlayed = Self.played.contains { gateway.contains($0) }
            if environment == .live, isPlayed {
                findings.append(
                    .warning(
                        "keys", "account \(account.id) is of a sandbox by its gateway, and the environment is live",
                        remedy: "check gateway, key and private_key_file, or set environment: sandbox"))
            }
            if environment == .sandbox, !gateway.isEmpty, !isPlayed {
                findings.append(
                    .warning(
                        "keys",
                        "account \(account.id) may move real money by its gateway, and the environment is sandbox",
                        remedy: "check gateway, key and private_key_file, or set environment: live"))
            }
        }
        guard findings.isEmpty else { return findings }
        return [.ok("keys", "all can be read by this user only, and fit \(environment.rawValue)")]
    }
}
