// SPDX-License-Identifier: Apache-2.0

/// What kind of thing happened, as one word that programs can switch over.
///
/// The words that stand here keep their meaning; a later daemon may say more, and a reader passes over
/// those that it does not know.
public struct EventType: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"order.paid"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A sale was opened: `"order.opened"`.
    public static let orderOpened = EventType(rawValue: "order.opened")
    /// Its first code is up: `"order.code"`.
    public static let orderCode = EventType(rawValue: "order.code")
    /// For the first time nobody knows how it stands: `"order.checking"`.
    public static let orderChecking = EventType(rawValue: "order.checking")
    /// It is paid, which comes once at most: `"order.paid"`.
    public static let orderPaid = EventType(rawValue: "order.paid")
    /// It is over without money, which comes once at most: `"order.not_paid"`.
    public static let orderNotPaid = EventType(rawValue: "order.not_paid")
    /// Money came after it was over, which comes once at most: `"order.paid_late"`.
    public static let orderPaidLate = EventType(rawValue: "order.paid_late")
    /// The cashier confirmed a code that no acquirer confirms: `"order.accepted"`.
    public static let orderAccepted = EventType(rawValue: "order.accepted")
    /// A person has to look, each time anew: `"order.needs_person"`.
    public static let orderNeedsPerson = EventType(rawValue: "order.needs_person")
    /// Something else about it changed: `"order.changed"`.
    public static let orderChanged = EventType(rawValue: "order.changed")
    /// Somebody asked for money back: `"refund.asked"`.
    public static let refundAsked = EventType(rawValue: "refund.asked")
    /// Money went back: `"refund.done"`.
    public static let refundDone = EventType(rawValue: "refund.done")
    /// The acquirer gives no money back: `"refund.refused"`.
    public static let refundRefused = EventType(rawValue: "refund.refused")
    /// Money went back that nobody asked for here: `"refund.elsewhere"`.
    public static let refundElsewhere = EventType(rawValue: "refund.elsewhere")
    /// Something happened that is about no sale: `"terminal.noted"`.
    public static let terminalNoted = EventType(rawValue: "terminal.noted")
    /// A reader has to start over, because what it knows is of another ledger: `"reset"`.
    public static let reset = EventType(rawValue: "reset")
    /// A trial that means nothing: `"webhook.test"`.
    public static let webhookTest = EventType(rawValue: "webhook.test")

    /// Every word for a row of the journal that this version knows.
    public static let known: [EventType] = [
        .orderOpened, .orderCode, .orderChecking, .orderPaid, .orderNotPaid, .orderPaidLate, .orderAccepted,
        .orderNeedsPerson, .orderChanged, .refundAsked, .refundDone, .refundRefused, .refundElsewhere, .terminalNoted,
    ]

    /// What an endpoint is told of if it does not say: how sales end, and what becomes of refunds.
    public static let usual: [EventType] = [
        .orderPaid, .orderNotPaid, .orderPaidLate, .orderAccepted, .orderNeedsPerson, .refundDone, .refundRefused,
        .refundElsewhere,
    ]

    /// What a filter may say for several types at once.
    public static let groups = ["*", "order.*", "refund.*", "terminal.*"]

    /// Whether a word of a filter, a type or a group, lets the type pass.
    public func isMeant(by word: String) -> Bool {
        if word == "*" || word == rawValue { return true }
        return word.hasSuffix(".*") && rawValue.hasPrefix(word.dropLast())
    }
}
