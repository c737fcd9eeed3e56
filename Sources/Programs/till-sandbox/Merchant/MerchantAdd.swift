// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import HTTPTypes
import SandboxAcquirer
import Signing

/// `till-sandbox merchant add --state DIR --name "Tea house" --currency CNY --out DIR`
struct MerchantAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Register a merchant: makes its keys and prints the account section for tilld.",
        discussion: """
            Works while the sandbox serves and while it does not. Writes into --out: the merchant's private key and the secret
            of its notifies, both for their owner only, the platform's public key, and the account section.
            """)

    @Option(help: "The sandbox's directory.", completion: .directory)
    var state: String
    @Option(help: "The merchant's name, as payers see it.")
    var name: String
    @Option(help: "The currency that it takes, ISO 4217.")
    var currency: String
    @Option(help: "Where the keys go.", completion: .directory)
    var out: String
    @Option(help: "The merchant's number; made up when it is left out.")
    var id: String?
    @Option(
        help: "What its payments take: a name of \"till-sandbox outcomes\", or words of \"till-sandbox scripts\".",
        completion: .list(SandboxWords.scripts))
    var script = "manual"
    @Flag(help: "Let the last two digits of an amount choose what happens.")
    var scriptsByAmount = false
    @Option(help: "Where tilld will reach the sandbox; the serving sandbox knows.")
    var gateway: String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let directory = StateDirectory(state)
        let access = try BooksAccess.open(directory)
        let platform = try await platformKeys(directory, by: access)
        let base = directory.address ?? ControlClient.usualServer
        let merchant = Merchant(
            id: id ?? "M-\(Int.random(in: 100_000...999_999))", name: name, currency: currency,
            script: try Script(script),
            scriptsByAmount: scriptsByAmount, webhookSecret: (0..<32).map { _ in UInt8.random(in: .min ... .max) })
        let files = try MerchantFiles(
            directory: out, merchant: merchant, platform: platform, gateway: gateway ?? base + "/v1")
        let key = try SigningKey.generateEd25519()
        try files.write(key: key)
        do {
            try await register(merchant, key: key, by: access)
        } catch {
            files.remove()
            throw error
        }
        try output.show(
            AddedMerchant(id: merchant.id, account: files.account), String(files.account.dropLast()))
    }

    /// What was made, as one line of JSON.
    private struct AddedMerchant: Encodable {
        let id: String
        let account: String
    }

    private func platformKeys(_ directory: StateDirectory, by access: BooksAccess) async throws -> [ControlKey] {
        switch access {
        case .file(let books, _):
            let first = PlatformKeys(signing: try directory.platformKey())
            return try ControlKey.current(first: first, books.rotations())
        case .server(let client):
            let known: ControlKeys = try await client.call(.get, "/sandbox/keys")
            return known.keys.suffix(2)
        }
    }

    private func register(_ merchant: Merchant, key: SigningKey, by access: BooksAccess) async throws {
        let pem = try key.verifyingKey.pem()
        switch access {
        case .file(let books, _):
            try books.add(merchant, key: MerchantKey(id: MerchantFiles.keyID, algorithm: .ed25519, material: pem))
        case .server(let client):
            let body: [String: any Sendable] = [
                "id": merchant.id, "name": merchant.name, "currency": merchant.currency,
                "script": merchant.script.description,
                "scripts_by_amount": merchant.scriptsByAmount, "webhook_secret": MerchantFiles.secretText(of: merchant),
                "key": MerchantFiles.keyID, "algorithm": SignatureAlgorithm.ed25519.rawValue, "public_key": pem,
            ]
            let _: ControlMerchant = try await client.call(.post, "/sandbox/merchants", body)
        }
    }
}
