// SPDX-License-Identifier: Apache-2.0

import Foundation
import SandboxAcquirer

/// What a merchant gets when the platform changes its key.
///
/// ```
/// openpay-<key>.pem            what the platform's answers and notifies are verified with
/// <id>-webhook-secret-<key>    the secret of the merchant's notifies, for its owner only
/// ```
struct RotationFiles: Sendable {
    private let directory: String
    private let merchant: String
    private let keyID: String

    /// Makes the directory when it is not there.
    init(directory: String, merchant: String, keyID: String) throws {
        guard Merchant.isIdentifier(merchant) else { throw BooksError.unknownMerchant(merchant) }
        self.directory = URL(fileURLWithPath: directory).path
        self.merchant = merchant
        self.keyID = keyID
        do {
            try FileManager.default.createDirectory(
                atPath: self.directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SandboxFault.file(self.directory, "cannot be made: check the path and its permissions")
        }
    }

    /// Writes both files; the secret's must not be there yet.
    func write(secret: String, platform: String) throws {
        try SecretFile.write(secret + "\n", to: secretPath)
        do {
            try platform.write(toFile: keyPath, atomically: true, encoding: .utf8)
        } catch {
            remove()
            throw SandboxFault.file(keyPath, "cannot be written: check the disk and the permissions")
        }
    }

    /// Takes both files away again.
    func remove() {
        for path in [secretPath, keyPath] {
            // What was never written is not there to be removed.
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// What the account section needs besides what it has.
    var lines: String {
        """
        next_platform_key: \(keyID)
        next_platform_key_file: \(MerchantFiles.scalar(keyPath))
        next_webhook_secret_file: \(MerchantFiles.scalar(secretPath))
        """
    }

    private var keyPath: String { directory + "/" + MerchantFiles.name(ofKey: keyID) }
    private var secretPath: String { "\(directory)/\(merchant)-webhook-secret-\(keyID)" }
}
