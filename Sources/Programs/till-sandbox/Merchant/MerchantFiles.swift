// SPDX-License-Identifier: Apache-2.0

import Foundation
import SandboxAcquirer
import Signing

/// What a merchant gets when it registers.
///
/// ```
/// <id>.pem               its private key, for its owner only
/// <id>-webhook-secret    the secret of its notifies, for its owner only
/// <id>-account.yaml      the account section of tilld's configuration
/// openpay-platform.pem   what the platform's answers and notifies are verified with, its first key
/// ```
struct MerchantFiles: Sendable {
    /// What the merchant's key is called.
    static let keyID = "key_1"

    private let directory: String
    private let merchant: Merchant
    private let platform: [ControlKey]
    private let gateway: String

    /// Makes the directory when it is not there; the platform has one key, or two while it changes it.
    init(directory: String, merchant: Merchant, platform: [ControlKey], gateway: String) throws {
        guard Merchant.isIdentifier(merchant.id) else {
            throw SandboxFault.refused("--id: write 1 to 32 letters, digits, \"-\" and \"_\"")
        }
        guard WebAddress(gateway) != nil else { throw SandboxFault.badURL(gateway) }
        self.directory = URL(fileURLWithPath: directory).path
        self.merchant = merchant
        self.platform = platform
        self.gateway = gateway
        do {
            try FileManager.default.createDirectory(
                atPath: self.directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SandboxFault.file(self.directory, "cannot be made: check the path and its permissions")
        }
    }

    /// Writes all files; those of the merchant must not be there yet.
    func write(key: SigningKey) throws {
        try SecretFile.write(try key.pem(), to: path("\(merchant.id).pem"))
        do {
            try SecretFile.write(Self.secretText(of: merchant) + "\n", to: path("\(merchant.id)-webhook-secret"))
            for key in platform { try write(key.public_key, to: path(Self.name(ofKey: key.id))) }
            try write(account, to: path("\(merchant.id)-account.yaml"))
        } catch {
            remove()
            throw error
        }
    }

    /// Takes the merchant's files away again.
    func remove() {
        for name in ["\(merchant.id).pem", "\(merchant.id)-webhook-secret", "\(merchant.id)-account.yaml"] {
            // What was never written is not there to be removed.
            try? FileManager.default.removeItem(atPath: path(name))
        }
    }

    /// The account section of tilld's configuration.
    var account: String {
        let members = [
            "provider: openpay", "merchant: \"\(merchant.id)\"", "key: \(Self.keyID)",
            "private_key_file: \(Self.scalar(path("\(merchant.id).pem")))",
        ]
        let keys = zip(["", "next_"], platform).flatMap { prefix, key in
            [
                "\(prefix)platform_key_file: \(Self.scalar(path(Self.name(ofKey: key.id))))",
                "\(prefix)platform_key: \(key.id)",
            ]
        }
        let rest = [
            "webhook_secret_file: \(Self.scalar(path("\(merchant.id)-webhook-secret")))", "gateway: \(gateway)",
            "currency: \(merchant.currency)",
        ]
        return """
            accounts:
              enabled: [main]
              main: { \((members + keys + rest).joined(separator: ", ")) }

            """
    }

    /// What the file of a key of the platform's is called.
    static func name(ofKey id: String) -> String {
        id == PlatformKeys.firstID ? "openpay-platform.pem" : "openpay-\(id).pem"
    }

    /// The secret as it is handed out.
    static func secretText(of merchant: Merchant) -> String {
        "whsec_" + Base64.encode(merchant.webhookSecret ?? [])
    }

    private func path(_ name: String) -> String { directory + "/" + name }

    private func write(_ text: String, to path: String) throws {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw SandboxFault.file(path, "cannot be written: check the disk and the permissions")
        }
    }

    /// A path as YAML holds it.
    ///
    /// A plain scalar within braces may not hold YAML's own signs; JSON's quotes are YAML's as well.
    static func scalar(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard !isPlain else { return path }
        return "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
