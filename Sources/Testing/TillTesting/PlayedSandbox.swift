// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import OpenPayProvider
package import PaymentService
package import ProviderKit
package import SandboxAcquirer
import Signing
import Synchronization
import TillCore

/// The sandbox's bank behind a network that loses, delays, repeats and breaks what it carries.
///
/// The bank lives in true time; the terminal's wall clock may be off. An exchange takes time: the
/// world's clock moves while it is under way.
package final class PlayedSandbox: PlayedAcquirer {
    struct State: Sendable {
        var faults = LineFaults()
        var dice: Dice
        /// Requests that arrive long after their sender gave up.
        var late: [(at: Int64, request: ProviderRequest)] = []
        /// Notifies on their way.
        var notifies: [(at: Int64, delivery: NotifyDelivery, body: [UInt8])] = []
        /// How many requests reached the bank.
        var arrived = 0
        /// What the bank last said about when something happens next; nil if it has to be asked.
        var bankDue: Int64??
    }

    package let account: Account
    /// The acquirer's own books.
    package let books: Books
    let bank: OpenPayBank
    let provider: OpenPayProvider
    let clock: WorldClock
    let state: Mutex<State>
    /// What the settings of any terminal of the merchant are made of.
    let settings: @Sendable (TerminalID) throws(ProviderSettingsError) -> OpenPaySettings
    private let onCrash = Mutex<(@Sendable () -> Void)?>(nil)

    private static let merchant = "M-42"
    static let address = "127.0.0.1:8471"
    /// A reply that takes longer is not waited for, in milliseconds.
    private static let patience: Int64 = 8000
    /// How long the sender waits for what never comes, in milliseconds; short, because all work of
    /// a simulated terminal goes one after the other.
    private static let waitForNothing: Int64 = 500

    /// Sets up a bank with one merchant, and the account that speaks for it.
    ///
    /// - Throws: what keys, settings or books throw.
    package init(seed: UInt64, clock: WorldClock) throws {
        self.clock = clock
        state = Mutex(State(dice: Dice(seed: seed ^ 0x5A4D)))
        let platform = try Dice.key(seed: seed ^ 0x91A7)
        let ours = try Dice.key(seed: seed ^ 0x0075)
        let secret = Dice.secret(seed: seed)
        books = try Books()
        let chance = Mutex(Dice(seed: seed ^ 0xBA4C))
        bank = OpenPayBank(
            books: books, keys: PlatformKeys(signing: platform), baseURL: "http://\(Self.address)",
            random: { chance.withLock { $0.next() } })
        try books.add(
            Merchant(
                id: Self.merchant, name: "Corner Tea", currency: "CNY", webhookSecret: secret),
            key: MerchantKey(
                id: "key_1", algorithm: .ed25519, material: try ours.verifyingKey.pem()))
        let (signing, verifying) = (try ours.pem(), try platform.verifyingKey.pem())
        self.settings = { terminal throws(ProviderSettingsError) in
            try OpenPaySettings(
                merchant: Self.merchant, key: "key_1", privateKey: signing,
                platformKeyID: "platform_1", platformKey: verifying,
                webhookSecrets: ["whsec_" + Base64.encode(secret)],
                gateway: "http://\(Self.address)/v1", terminal: terminal.text,
                notifyURL: "http://127.0.0.1:8472/notify/main", currency: "CNY")
        }
        let settings = try settings("T-0001")
        provider = OpenPayProvider(settings: settings)
        account = Account(
            id: "main", currency: settings.currency, provider: provider, hosts: settings.hosts)
    }

    package func crashes(_ action: @escaping @Sendable () -> Void) {
        onCrash.withLock { $0 = action }
    }

    /// Sets what goes wrong from now on.
    package func set(_ faults: LineFaults) { state.withLock { $0.faults = faults } }

    /// Sets what happens to the payment that is asked for next; those before it keep their own.
    package func queue(_ script: Script) throws { try books.enqueue([script]) }

    /// When something happens next at the bank, asked once after each change.
    func bankDue() throws -> Int64? {
        if let known = state.withLock({ $0.bankDue }) { return known }
        let due = try bank.nextDue()
        state.withLock { $0.bankDue = .some(due) }
        return due
    }

    /// The bank's time, in milliseconds since 1970 UTC.
    var now: Int64 { WorldClock.beginning + clock.elapsed }

    package func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
        let (fate, way) = state.withLock { state in
            (state.fate(of: request), state.dice.number(in: 2...40))
        }
        clock.advance(milliseconds: way)
        switch fate {
        case .unreachable: throw .unreachable("no route to the acquirer")
        case .requestLost: throw lost("the request was lost")
        case .late(let delay):
            let at = clock.elapsed + delay
            state.withLock { $0.late.append((at, request)) }
            throw lost("the request is slow")
        case .crash(let reached):
            if reached { _ = ask(request) }
            onCrash.withLock { $0 }?()
            throw .noReply("the daemon died")
        case .answerLost:
            _ = ask(request)
            throw lost("the answer was lost")
        case .twice(let answeredSecond):
            let first = ask(request)
            let second = ask(request)
            return try reply(answeredSecond ? second : first, to: request)
        case .broken:
            let whole = try reply(ask(request), to: request)
            return ProviderReply(head: whole.head, body: whole.body + [0x20], request: request)
        case .whole: return try reply(ask(request), to: request)
        }
    }

    private func ask(_ request: ProviderRequest) -> Delivery {
        state.withLock {
            $0.arrived += 1
            $0.bankDue = nil
        }
        return bank.answer(request.head, body: request.body, from: "127.0.0.1", now: now)
    }

    private func reply(_ delivery: Delivery, to request: ProviderRequest) throws(ProviderError)
        -> ProviderReply
    {
        switch delivery {
        case .answer(let head, let body, let delay):
            clock.advance(milliseconds: min(delay, Self.patience))
            guard delay <= Self.patience else { throw .noReply("timed out") }
            return ProviderReply(head: head, body: body, request: request)
        case .lost(let delay), .cut(_, _, _, let delay):
            clock.advance(milliseconds: min(delay, Self.patience))
            throw .noReply("the connection ended")
        }
    }

    private func lost(_ why: String) -> ProviderError {
        clock.advance(milliseconds: Self.waitForNothing)
        return .noReply(why)
    }
}

extension Dice {
    /// An Ed25519 key from a seed, so that equal days have equal signatures.
    ///
    /// Source: RFC 8410, section 7: PKCS#8 around the 32 bytes of the key.
    fileprivate static func key(seed: UInt64) throws(SigningError) -> SigningKey {
        var dice = Dice(seed: seed)
        let head: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20]
        let text = Base64.encode(head + dice.bytes(32))
        return try SigningKey(pem: "-----BEGIN PRIVATE KEY-----\n\(text)\n-----END PRIVATE KEY-----\n")
    }

    /// A webhook secret of 32 bytes.
    fileprivate static func secret(seed: UInt64) -> [UInt8] {
        var dice = Dice(seed: seed ^ 0x5EC7)
        return dice.bytes(32)
    }
}
