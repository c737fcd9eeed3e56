// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderConformance
import ProviderKit
import TillCore

/// A platform whose provider has one weakness, to see whether the kit finds it.
struct WeakSubject: ConformanceSubject {
    let weakness: Weakness
    private let platform = Platform()

    var currencies: [Currency] { platform.currencies }
    var secrets: [String] { platform.secrets }
    var now: Timestamp { platform.now }

    init(weakness: Weakness) { self.weakness = weakness }

    func provider(selling currency: Currency) throws -> any PaymentProvider {
        GullibleProvider(sound: try platform.provider(selling: currency), weakness: weakness)
    }
    func attempt(of amount: Money) -> PaymentAttempt { platform.attempt(of: amount) }
    func refund(of amount: Money, from attempt: PaymentAttempt) -> Refund {
        platform.refund(of: amount, from: attempt)
    }
    func reply(
        _ word: AcquirerWord, to request: ProviderRequest, about attempt: PaymentAttempt,
        at time: Timestamp
    ) throws -> ProviderReply { try platform.reply(word, to: request, about: attempt, at: time) }
    func reply(
        _ word: RefundWord, to request: ProviderRequest, about refund: Refund, at time: Timestamp
    ) throws -> ProviderReply { try platform.reply(word, to: request, about: refund, at: time) }
    func reply(
        _ word: StatementWord, to request: ProviderRequest, about day: CalendarDay,
        at time: Timestamp
    ) throws -> ProviderReply? { try platform.reply(word, to: request, about: day, at: time) }
    func unsigned(_ reply: ProviderReply) -> ProviderReply { platform.unsigned(reply) }
    func notify(_ word: AcquirerWord, about attempt: PaymentAttempt, at time: Timestamp) throws
        -> Notify?
    {
        try platform.notify(word, about: attempt, at: time)
    }
    func unsigned(_ notify: Notify) -> Notify { platform.unsigned(notify) }
    func amount(in request: ProviderRequest) throws -> Money? { try platform.amount(in: request) }
    func onlyAsks(_ request: ProviderRequest) -> Bool { platform.onlyAsks(request) }
}
