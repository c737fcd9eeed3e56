// SPDX-License-Identifier: Apache-2.0

package import Raster
package import TillCore

/// Draws any state as a payer would see it, from made-up words: no display, no daemon and no sale.
package struct ScenePreview: Hashable, Sendable {
    /// The states that can be looked at.
    package enum State: String, CaseIterable, Sendable {
        /// The machine has just started.
        case boot
        /// Nothing is to be paid.
        case idle
        /// A code is being made.
        case waiting
        /// A code is to be scanned.
        case code
        /// Nobody knows yet whether the money is there.
        case checking
        /// The money is there.
        case paid
        /// The shop gave the sale up.
        case cancelled
        /// The code's time is over.
        case expired
        /// The payment was refused.
        case refused
        /// No code could be had.
        case unavailable
        /// The money came after the sale had ended.
        case paidLate = "paid-late"
        /// A person of the shop has to look.
        case held
        /// A person looks whether the display is set up right.
        case test
        /// No sale is opened.
        case outOfOrder = "out-of-order"
    }

    /// What a person sees of a display; rotation has changed its sides already.
    package let geometry: DisplayGeometry
    /// Whether the strip is shown that says that no acquirer answers.
    package var isOffline = false
    /// The shop's name.
    package var merchant = "Corner Tea"
    /// The line below it; empty for the usual words.
    package var greeting = ""
    /// What is to be paid.
    package var amount = ShownAmount(Money(minorUnits: 1250, .cny))
    /// The order's short word.
    package var order = "7F3K"
    /// The text of the code; the usual one pays nothing, and is as long as those of acquirers.
    package var payload = "https://pay.example/preview/0000000000000000"

    /// Takes a panel as it is sold.
    ///
    /// - Parameters:
    ///   - width: the panel's columns.
    ///   - height: the panel's rows.
    ///   - rotation: how it is mounted; a quarter turn makes rows of its columns.
    ///   - isMono: whether it knows only on and off.
    package init(width: Int, height: Int, rotation: Rotation = .none, isMono: Bool = false) {
        geometry = DisplayGeometry(
            width: rotation.swapsSides ? height : width, height: rotation.swapsSides ? width : height,
            isMono: isMono)
    }

    /// The screen of a state.
    package func screen(_ state: State) -> Screen {
        let screen: Screen =
            switch state {
            case .boot: .boot
            case .idle: .idle(IdleScreen(merchant: merchant, greeting: greeting))
            case .waiting: .waiting(amount: amount, order: order)
            case .code:
                .code(
                    CodeScreen(
                        payload: payload, amount: amount, merchant: merchant,
                        validity: .countdown(secondsLeft: 218, of: 300), order: order))
            case .checking: .checking(amount: amount, order: order)
            case .paid: .paid(amount: amount, order: order)
            case .cancelled: .notPaid(.cancelled, order: order)
            case .expired: .notPaid(.expired, order: order)
            case .refused: .notPaid(.refused, order: order)
            case .unavailable: .notPaid(.unavailable, order: order)
            case .paidLate: .paidLate(order: order)
            case .held: .held(order: order)
            case .test: .test(TestScreen(name: merchant, payload: payload))
            case .outOfOrder: .outOfOrder
            }
        return isOffline ? screen.whenOffline : screen
    }

    /// Draws a state.
    ///
    /// - Throws: ``SceneError`` if it cannot be read on such a display.
    package func picture(of state: State, by renderer: SceneRenderer) throws(SceneError) -> Surface {
        try renderer.draw(screen(state), geometry: geometry)
    }
}

extension ShownAmount {
    /// Takes an amount as people write it, such as `12.50` and `CNY`.
    ///
    /// - Throws: `MoneyError`.
    /// - Returns: nil if there is no such currency.
    package init?(decimal: String, currency code: String) throws(MoneyError) {
        guard let currency = Currency(code) else { return nil }
        self.init(try Money(decimal: decimal, currency))
    }
}
