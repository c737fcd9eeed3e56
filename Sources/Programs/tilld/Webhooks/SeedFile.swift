// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Synchronization
import WebhookService

/// The file beside the ledger that webhooks' secrets are made of, together with what the ledger keeps of each.
///
/// It is made with the first webhook. A backup of the ledger does not hold it, and gives no secret away.
final class SeedFile: Sendable {
    private let path: String
    private let randomBytes: @Sendable (Int) -> [UInt8]
    private let logger: Logger
    private let known = Mutex<WebhookSeed?>(nil)

    /// Names the file of a ledger.
    init(ledger path: String, randomBytes: @escaping @Sendable (Int) -> [UInt8], logger: Logger) {
        self.path = Self.path(ofLedger: path)
        self.randomBytes = randomBytes
        self.logger = logger
    }

    /// Where the file of a ledger lies.
    static func path(ofLedger path: String) -> String { "\(path).webhooks" }

    /// What stands in the file; nil if it is not there or cannot be used, which is logged.
    ///
    /// - Parameter makesIt: whether to make it if it is not there.
    func seed(makesIt: Bool) -> WebhookSeed? {
        known.withLock { known in
            if let known { return known }
            if makesIt, access(path, F_OK) != 0, errno == ENOENT { make() }
            known = read()
            return known
        }
    }

    private func read() -> WebhookSeed? {
        do throws(SecretFile.Fault) {
            return try Self.read(path)
        } catch {
            logger.error("webhooks' secrets cannot be made", metadata: ["file": "\(path)", "why": "\(error.sentence)"])
            return nil
        }
    }

    /// Reads a file.
    ///
    /// - Throws: what is wrong with it and what to do, if it is not there, others may read it, or it holds something else.
    static func read(_ path: String) throws(SecretFile.Fault) -> WebhookSeed {
        let text = try SecretFile.read(path, mayBePublic: false)
        guard let data = Data(base64Encoded: text), let seed = WebhookSeed(Array(data)) else {
            throw SecretFile.Fault(sentence: "\(path) holds something else: put back the one of this terminal")
        }
        return seed
    }

    /// Linked into place when it is whole: a power cut leaves all of it or nothing.
    private func make() {
        let draft = "\(path).new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return complain() }
        let bytes = Array(Data(randomBytes(WebhookSeed.count)).base64EncodedString().utf8) + [0x0A]
        let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else { return complain() }
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return complain() }
        fsync(folder)
        close(folder)
    }

    private func complain() {
        let why = String(cString: strerror(errno)).lowercased()
        logger.error("webhooks' secrets cannot be made", metadata: ["file": "\(path)", "why": "\(why)"])
    }
}
