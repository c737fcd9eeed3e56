// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import OpenPayProvider
import ProviderKit
import SandboxAcquirer
import Signing
import Synchronization
import TillCore

/// A provider and the sandbox's bank in one process: what one writes the other reads.
final class Shop {
    static let authority = "127.0.0.1:8471"
    /// 2026-03-01, 09:30 UTC.
    static let start: Int64 = 1_772_357_400_000
    static let today = CalendarDay(of: Timestamp(milliseconds: start))

    let books: Books
    let bank: OpenPayBank
    let platform: SigningKey
    let ours: SigningKey
    let secret = [UInt8](repeating: 7, count: 32)
    /// The bank's time, in milliseconds since 1970 UTC.
    var now = Shop.start
    private var trips: UInt8 = 0

    init() throws {
        books = try Books()
        platform = try SigningKey.generateEd25519()
        ours = try SigningKey.generateEd25519()
        let state = Mutex<UInt64>(11)
        bank = OpenPayBank(
            books: books, keys: PlatformKeys(signing: platform), baseURL: "http://\(Self.authority)",
            random: {
                state.withLock { state in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return state ^ (state >> 29)
                }
            })
        try books.add(
            Merchant(id: "M-42", name: "Corner Tea", currency: "CNY", webhookSecret: secret),
            key: MerchantKey(id: "key_1", algorithm: .ed25519, material: try ours.verifyingKey.pem()))
    }

    /// A provider that knows the platform's first key, and perhaps the one that follows it.
    func provider(next: PlatformKeys? = nil, merchant: String = "M-42", terminal: String = "T-0001") throws
        -> OpenPayProvider
    {
        OpenPayProvider(
            settings: try OpenPaySettings(
                merchant: merchant, key: "key_1", privateKey: try ours.pem(),
                platformKeyID: "platform_1", platformKey: try platform.verifyingKey.pem(),
                nextPlatformKeyID: next?.id, nextPlatformKey: try next?.signing.verifyingKey.pem(),
                webhookSecrets: ["whsec_" + Base64.encode(secret)],
                gateway: "http://\(Self.authority)/v1", terminal: terminal,
                notifyURL: "http://127.0.0.1:8472/notify/main", currency: "CNY"))
    }

    func attempt(_ reference: String, _ minorUnits: Int64 = 1250) -> PaymentAttempt {
        PaymentAttempt(
            reference: AttemptReference(reference), account: "main",
            amount: Money(minorUnits: minorUnits, .cny), subject: "tea",
            expiresAt: Timestamp(milliseconds: now) + .seconds(300))
    }

    /// Carries an exchange out; every trip takes a millisecond.
    func hold<Answer>(_ exchange: Exchange<Answer>) throws -> Answer {
        var exchange = exchange
        while case .send(let make, let read) = exchange {
            let request = try make(moment())
            exchange = try read(try reply(to: request), moment())
        }
        guard case .answered(let answer) = exchange else { throw ProviderError.noReply("no answer") }
        return answer
    }

    /// What the bank says to a request.
    func reply(to request: ProviderRequest) throws -> ProviderReply {
        now += 1
        let delivery = bank.answer(request.head, body: request.body, from: "127.0.0.1", now: now)
        guard case .answer(let head, let body, _) = delivery else {
            throw ProviderError.noReply("the connection ended")
        }
        return ProviderReply(head: head, body: body, request: request)
    }

    /// Makes a payment that is paid at once.
    func sell(_ reference: String, _ minorUnits: Int64 = 1250, script: String = "paid_at_once") throws {
        try books.enqueue([try Script(script)])
        _ = try hold(try provider().createPayment(for: attempt(reference, minorUnits)))
        // Whoever asks next finds it paid.
        now += 1
    }

    /// The statement of the day, fetched the next morning.
    func statement() throws -> Statement {
        now = max(now, Shop.today.next.start().milliseconds + 600_000)
        let reading = try hold(try provider().fetchStatement(of: Shop.today))
        guard case .statement(let statement) = reading else { throw ProviderError.unreadable("\(reading)") }
        return statement
    }

    /// Makes a call to the control API.
    func control(_ path: String, _ body: String) throws -> (status: Int, body: [UInt8]) {
        let request = HTTPRequest(
            method: .post, scheme: "http", authority: Self.authority, path: path,
            headerFields: [.contentType: "application/json"])
        guard
            case .answer(let head, let body, _) = bank.answer(
                request, body: Array(body.utf8), from: "127.0.0.1", now: now)
        else { throw ProviderError.noReply("the connection ended") }
        return (head.status.code, body)
    }

    /// The notifies that are due, as they arrive.
    func notifies() throws -> [Notify] {
        try bank.advance(to: now).map { delivery in
            try bank.delivered(delivery.id, status: 204, now: now)
            return Notify(head: delivery.request, body: delivery.body)
        }
    }

    func moment() -> Moment {
        trips &+= 1
        return Moment(
            now: Timestamp(milliseconds: now), nonce: [UInt8](repeating: trips, count: 16))
    }
}
