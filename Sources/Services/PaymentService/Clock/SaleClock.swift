// SPDX-License-Identifier: Apache-2.0

package import TillStore

/// Whether the clocks allow a sale to be opened.
package struct SaleClock: Sendable {
    private let ledger: Ledger
    private let watch: ClockWatch

    /// Looks at both clocks: the ledger's own, and the one on the wall.
    package init(ledger: Ledger, watch: ClockWatch) {
        self.ledger = ledger
        self.watch = watch
    }

    /// Why no sale is opened; nil if nothing is wrong with the clocks.
    ///
    /// A start without a clock to believe leaves the ledger's time behind; a sale would have a wrong
    /// time on its slip and in its journal. It takes an acquirer to show a code anyway, and its first
    /// answer sets both right.
    package var fault: ClockFault? { watch.fault ?? unconfirmed }

    /// The lag that nobody has confirmed; nil if there is none.
    var unconfirmed: ClockFault? {
        guard watch.confirmed == nil, let lag = ledger.lag else { return nil }
        return .unconfirmed(lag: lag)
    }
}
