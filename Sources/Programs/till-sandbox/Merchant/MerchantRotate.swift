// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import HTTPTypes
import SandboxAcquirer
import Signing

/// `till-sandbox merchant rotate M-42 --out DIR`
struct MerchantRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Change the platform's key and the secret of a merchant's notifies.",
        discussion: """
            Writes into --out: the platform's new public key, and the merchant's new secret for its owner only. Prints the lines
            that the account section needs until it names the new key and secret alone. The platform's key is the same for all
            merchants. Answers are signed with the new key at once, or --after some time; notifies are signed with the old and
            the new ones until the overlap ends.
            """)

    @Argument(help: "The merchant's number.", completion: .custom(SandboxWords.merchants))
    var merchant: String
    @Option(help: "Where the key and the secret go.", completion: .directory)
    var out: String
    @Option(help: "When the platform begins to sign with the new key: 10m, 2h or 1d from now.")
    var after = "0s"
    @Option(help: "How long notifies are signed with the old key and secret too: 10m, 2h or 1d.")
    var overlap = "1d"
    @OptionGroup var server: ServerOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard let wait = TimeSpan.milliseconds(after) else { throw SandboxFault.badDuration(after) }
        guard let overlapping = TimeSpan.milliseconds(overlap) else { throw SandboxFault.badDuration(overlap) }
        let client = try server.client()
        let known: ControlKeys = try await client.call(.get, "/sandbox/keys")
        let id = "platform_\(known.keys.count + 1)"
        let key = try SigningKey.generateEd25519()
        let files = try RotationFiles(directory: out, merchant: merchant, keyID: id)
        let secret = "whsec_" + Base64.encode((0..<32).map { _ in UInt8.random(in: .min ... .max) })
        try files.write(secret: secret, platform: try key.verifyingKey.pem())
        let body: [String: any Sendable] = [
            "id": id, "key": try key.pem(), "after_ms": wait, "overlap_ms": overlapping, "merchant": merchant,
            "webhook_secret": secret,
        ]
        do {
            let made: ControlKey = try await client.call(.post, "/sandbox/keys", body)
            let since = made.since ?? "now"
            try output.show(
                RotatedKey(key: id, since: since, lines: files.lines), "\(files.lines)\n# signs from \(since) on")
        } catch {
            files.remove()
            throw error
        }
    }

    /// What was changed, as one line of JSON.
    private struct RotatedKey: Encodable {
        let key: String
        let since: String
        let lines: String
    }
}
