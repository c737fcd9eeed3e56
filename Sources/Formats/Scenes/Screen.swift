// SPDX-License-Identifier: Apache-2.0

/// Says what a payer sees, with every word about money ready to be drawn.
package indirect enum Screen: Hashable, Sendable {
    /// The machine has just started.
    case boot
    /// Nothing can be paid now, and the staff has to see to it.
    case outOfOrder
    /// Nothing is to be paid.
    case idle(IdleScreen)
    /// An order is open and its code is not there yet.
    case waiting(amount: ShownAmount, order: String)
    /// The payer is to scan a code.
    case code(CodeScreen)
    /// Nobody knows yet whether the payer has paid.
    case checking(amount: ShownAmount, order: String)
    /// The money is there.
    case paid(amount: ShownAmount, order: String)
    /// There will be no payment.
    case notPaid(NotPaidReason, order: String)
    /// The money came after the sale had ended.
    case paidLate(order: String)
    /// A person of the shop has to look.
    case held(order: String)
    /// A person looks whether the display is set up right.
    case test(TestScreen)
    /// Another screen without a code, while no acquirer answers.
    case offline(Screen)

    /// A short word for the kind of screen, such as `paid`, for logs and file names.
    package var label: String {
        switch self {
        case .boot: "boot"
        case .outOfOrder: "out-of-order"
        case .idle: "idle"
        case .waiting: "waiting"
        case .code: "code"
        case .checking: "checking"
        case .paid: "paid"
        case .notPaid: "not-paid"
        case .paidLate: "paid-late"
        case .held: "held"
        case .test: "test"
        case .offline(let screen): screen.label
        }
    }

    /// The same screen as long as no acquirer answers: who waits is told, and who is done is not.
    package var whenOffline: Screen {
        switch self {
        case .idle, .waiting, .checking: return .offline(self)
        case .code(var code):
            // A code stays a code screen, whoever asks whether one is up.
            code.isOffline = true
            return .code(code)
        case .boot, .outOfOrder, .paid, .notPaid, .paidLate, .held, .test, .offline: return self
        }
    }

    /// The code that a payer's phone would read from it; nil if it has none.
    package var code: CodeScreen? {
        switch self {
        case .code(let code): code
        case .test(let test): test.code
        case .boot, .outOfOrder, .idle, .waiting, .checking, .paid, .notPaid, .paidLate, .held, .offline: nil
        }
    }
}
