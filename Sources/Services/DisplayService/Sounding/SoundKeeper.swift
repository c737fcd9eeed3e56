// SPDX-License-Identifier: Apache-2.0

package import Logging
import ServiceLifecycle
import TillCore
package import TillStore

/// Makes a sound for each payment, as soon as the journal says that the money is there.
package struct SoundKeeper: Service {
    private let ledger: Ledger
    private let player: any SoundPlayer
    private let logger: Logger

    /// Rows that are read at once, and how far back a start looks.
    static let rowsMax = 500

    /// Puts a keeper together.
    package init(ledger: Ledger, player: any SoundPlayer, logger: Logger) {
        self.ledger = ledger
        self.player = player
        self.logger = logger
    }

    /// Listens until shutdown, which breaks off what sounds.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await withTaskCancellationHandler {
                try await keep()
            } onCancel: {
                player.stop()
            }
        }
    }

    private func keep() async throws {
        let chime = PaidChime(boot: ledger.boot)
        var failure: SoundError?
        do {
            var seq = max(0, try await ledger.journalHead() - Int64(Self.rowsMax))
            try await ledger.rounds(on: [.journal], clock: ContinuousClock()) { _ in
                while true {
                    let rows = try await ledger.journal(after: seq, limit: Self.rowsMax)
                    for row in rows {
                        if let order = try await order(due: row, chime) { await sound(order, &failure) }
                    }
                    seq = rows.last?.seq ?? seq
                    if rows.count < Self.rowsMax { break }
                }
                return nil
            }
        } catch is CancellationError {
            // A read that the end of the daemon broke off is no fault.
        }
    }

    /// The sale whose payment a row tells of for the first time; nil if it tells of none.
    private func order(due row: JournalRow, _ chime: PaidChime) async throws -> OrderID? {
        guard let id = chime.order(paidBy: row, at: ledger.time.now),
            let order = try await ledger.readableOrder(id), chime.isFirst(row, of: order)
        else { return nil }
        return id
    }

    /// Makes the sound; what goes wrong is told once, until something else does.
    private func sound(_ order: OrderID, _ failure: inout SoundError?) async {
        do throws(SoundError) {
            try await player.play()
            failure = nil
        } catch {
            if failure != error {
                logger.error("no sound is made for a payment", metadata: ["order": "\(order)", "why": "\(error)"])
            }
            failure = error
        }
    }
}
