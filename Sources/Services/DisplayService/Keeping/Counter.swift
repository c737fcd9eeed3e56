// SPDX-License-Identifier: Apache-2.0

package import TillCore
package import TillStore

/// What the journal says is going on at the counter: whose turn the screen is.
///
/// A fold over journal rows, so that after a crash the screen shows the right thing because it
/// reads the same rows again.
package struct Counter: Sendable, Hashable {
    /// One order, as far as the screen's turn goes.
    private struct Turn: Sendable, Hashable {
        let order: OrderID
        var isOver = false
        var changedAt: Timestamp
    }

    private var turns: [Turn] = []

    /// Orders that are remembered; more than can be open at once.
    static let turnsMax = 128

    package init() {}

    /// Takes a row of the journal in.
    package mutating func read(_ row: JournalRow) {
        guard let order = row.order, let status = row.status.flatMap(OrderStatus.init(rawValue:))
        else { return }
        if case .opened = row.entry { turns.append(Turn(order: order, changedAt: row.at)) }
        guard let index = turns.firstIndex(where: { $0.order == order }) else { return }
        if turns[index].isOver != status.endsWait { turns[index].changedAt = row.at }
        turns[index].isOver = status.endsWait
        if turns.count > Self.turnsMax { turns.removeFirst(turns.count - Self.turnsMax) }
    }

    /// The order that the screen belongs to, and until when; nil if it belongs to nobody.
    ///
    /// The newest sale that is not over, or was over only just: a payer who paid sees it even if an
    /// older sale still waits for its acquirer.
    package func turn(at now: Timestamp, lingering: Duration) -> (OrderID, until: Timestamp?)? {
        for turn in turns.reversed() {
            guard turn.isOver else { return (turn.order, nil) }
            let until = turn.changedAt + lingering
            if now < until { return (turn.order, until) }
        }
        return nil
    }
}
