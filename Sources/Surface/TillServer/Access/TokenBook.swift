// SPDX-License-Identifier: Apache-2.0

package import Logging
import Signing
import Synchronization
import TillAPI
package import TillCore

/// The tokens that were made for programs, by their digests.
///
/// A request reads memory and nothing else: that a token was used is noted by the hour, and written
/// down when something else is, once an hour, or when the daemon ends.
package final class TokenBook: Sendable {
    private struct Entry {
        var record: TokenRecord
        let digest: [UInt8]
    }

    private struct State {
        var entries: [Entry] = []
        /// Whether something was used since it was written down.
        var isStale = false
    }

    /// Tokens that there may be at once.
    package static let tokensMax = 64
    /// What every token begins with, so that people and scanners of secrets know what it is.
    private static let prefix = "till_"

    private let file: TokenFile
    private let fault: TokenFile.Fault?
    private let now: @Sendable () -> Timestamp
    private let randomBytes: @Sendable (Int) -> [UInt8]
    private let logger: Logger
    private let state: Mutex<State>
    /// Held while entries come and go and the file is written; no request waits for it.
    private let changing = Mutex<Void>(())

    /// Where the tokens of a ledger lie if nothing else is configured.
    package static func usualPath(ledger path: String) -> String { "\(path).tokens" }

    /// Reads the tokens that were made; if that fails, none of them is good until somebody looks.
    ///
    /// - Parameters:
    ///   - path: the file, which is made with the first token.
    ///   - now: the time by which tokens end.
    ///   - randomBytes: bytes that nobody can guess.
    package init(
        path: String, now: @escaping @Sendable () -> Timestamp, randomBytes: @escaping @Sendable (Int) -> [UInt8],
        logger: Logger
    ) {
        file = TokenFile(path: path)
        self.now = now
        self.randomBytes = randomBytes
        self.logger = logger
        do throws(TokenFile.Fault) {
            let entries = try file.read().compactMap { record in
                Hex.decode(record.digest).map { Entry(record: record, digest: $0) }
            }
            state = Mutex(State(entries: entries))
            fault = nil
        } catch {
            logger.error("no token that was made is good", metadata: ["why": "\(error)"])
            state = Mutex(State())
            fault = error
        }
    }

    /// Who shows a token, by its digest; nil if it is none, or is over.
    ///
    /// Every digest is compared, and each to its end: the time tells nothing.
    func caller(showing digest: [UInt8]) -> Caller? {
        let now = now()
        let hour = Timestamp(milliseconds: now.milliseconds / 3_600_000 * 3_600_000)
        return state.withLock { state in
            var found: Int?
            for index in state.entries.indices where equalInConstantTime(state.entries[index].digest, digest) {
                found = index
            }
            guard let found, !state.entries[found].record.isOver(at: now) else { return nil }
            if state.entries[found].record.usedAt != hour {
                state.entries[found].record.usedAt = hour
                state.isStale = true
            }
            let record = state.entries[found].record
            return Caller(name: Caller.tokenName(record.name), roles: record.granted)
        }
    }

    /// The tokens that there are, by name.
    var resources: [TokenResource] {
        state.withLock { $0.entries.map(\.record) }.sorted { $0.name < $1.name }.map(\.resource)
    }

    /// Makes a token, and returns when it is on the disk.
    ///
    /// - Parameter caller: who asks for it, as the journal calls them.
    /// - Throws: a `Problem` with `token_exists`, `limit_reached` or `unavailable`.
    func make(_ request: MakeTokenRequest, by caller: String) throws(Problem) -> MadeTokenResource {
        try checkFault()
        let now = now()
        let secret = Self.prefix + Base64.encodeURL(randomBytes(32))
        let digest = Digest.sha256(Array(secret.utf8))
        let record = TokenRecord(
            name: request.name, roles: request.roles.map(\.rawValue), digest: Hex.encode(digest), madeAt: now,
            madeBy: caller, expiresAt: request.days.map { now + .seconds($0 * 86_400) }, usedAt: nil)
        try changing.withLock { _ throws(Problem) in
            let entries = state.withLock { $0.entries }
            guard !entries.contains(where: { $0.record.name == record.name }) else {
                throw Problem(
                    .tokenExists, "there is a token \"\(record.name)\": revoke it first, or write another name",
                    field: "name")
            }
            guard entries.count < Self.tokensMax else {
                throw Problem(.limitReached, "there are \(Self.tokensMax) tokens: revoke one that nobody uses")
            }
            try write(entries.map(\.record) + [record])
            // Good only when it will be after a power cut.
            state.withLock { $0.entries.append(Entry(record: record, digest: digest)) }
        }
        logger.notice(
            "a token was made",
            metadata: ["name": "\(record.name)", "roles": "\(record.roles.joined(separator: " "))", "by": "\(caller)"])
        return MadeTokenResource(secret: secret, token: record.resource)
    }

    /// Takes a token back, and returns when that is on the disk.
    ///
    /// - Throws: a `Problem` with `no_such_token`, or `unavailable` if it comes back with the next start.
    func revoke(_ name: String, by caller: String) throws(Problem) -> TokenResource {
        try checkFault()
        return try changing.withLock { _ throws(Problem) in
            // At once, whatever the disk says of it.
            let (gone, left) = state.withLock { state in
                let gone = state.entries.first { $0.record.name == name }?.record
                state.entries.removeAll { $0.record.name == name }
                if gone != nil { state.isStale = true }
                return (gone, state.entries.map(\.record))
            }
            guard let gone else {
                throw Problem(
                    .noSuchToken, "there is no token of that name: \"till token list\" names those that there are")
            }
            logger.notice("a token was revoked", metadata: ["name": "\(name)", "by": "\(caller)"])
            try write(left)
            return gone.resource
        }
    }

    /// Writes down when tokens were used, and what could not be written before; nothing if all is.
    package func flush() {
        guard fault == nil else { return }
        do throws(Problem) {
            try changing.withLock { _ throws(Problem) in
                let stale = state.withLock { $0.isStale ? $0.entries.map(\.record) : nil }
                if let stale { try write(stale) }
            }
        } catch {
            logger.warning("the use of tokens was not written down", metadata: ["why": "\(error.detail)"])
        }
    }

    /// Puts tokens on the disk; only whoever has ``changing`` may.
    private func write(_ records: [TokenRecord]) throws(Problem) {
        // Before, so that what is used meanwhile is written another time.
        state.withLock { $0.isStale = false }
        do throws(TokenFile.Fault) {
            try file.replace(with: records)
        } catch {
            state.withLock { $0.isStale = true }
            throw Problem(.unavailable, "the tokens cannot be written: \(error): look at the disk and do it again")
        }
    }

    private func checkFault() throws(Problem) {
        guard let fault else { return }
        throw Problem(
            .unavailable, "the tokens cannot be read: \(fault): put the file right, and start the daemon again")
    }
}
