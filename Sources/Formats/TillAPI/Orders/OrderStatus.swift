// SPDX-License-Identifier: Apache-2.0

/// The one word that says how a sale stands.
///
/// A reader must live with a word that it does not know: a later daemon may say more.
public struct OrderStatus: RawRepresentable, Codable, Sendable, Hashable {
    /// The word as it is on the wire: `"opening"`.
    public let rawValue: String

    /// Takes any word, also one that this version does not know.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The acquirer has not answered with a code yet: `"opening"`.
    public static let opening = OrderStatus(rawValue: "opening")
    /// A payment code is up: `"code"`.
    public static let code = OrderStatus(rawValue: "code")
    /// Nobody knows yet, and the daemon keeps asking: `"checking"`.
    public static let checking = OrderStatus(rawValue: "checking")
    /// The money is proven: `"paid"`.
    public static let paid = OrderStatus(rawValue: "paid")
    /// The sale is over without money: `"not_paid"`.
    public static let notPaid = OrderStatus(rawValue: "not_paid")
    /// Money came after the sale was over and goes back: `"paid_late"`.
    public static let paidLate = OrderStatus(rawValue: "paid_late")
    /// The cashier confirmed a code that no acquirer confirms: `"accepted"`.
    public static let accepted = OrderStatus(rawValue: "accepted")
    /// A person has to look: `"needs_person"`.
    public static let needsPerson = OrderStatus(rawValue: "needs_person")

    /// Every word that this version knows.
    public static let known: [OrderStatus] = [
        .opening, .code, .checking, .paid, .notPaid, .paidLate, .accepted, .needsPerson,
    ]

    /// Whether a wait for the end of the sale ends here.
    ///
    /// A word that this version does not know is not final.
    public var isFinal: Bool {
        switch self {
        case .paid, .notPaid, .paidLate, .accepted, .needsPerson: true
        default: false
        }
    }
}
