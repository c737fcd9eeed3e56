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
                        if try await isDue(row, chime) { await sound(&failure) }
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

    private func isDue(_ row: JournalRow, _ chime: PaidChime) async throws -> Bool {
        guard let id = chime.order(paidBy: row, at: ledger.time.now),
            let order = try await ledger.readableOrder(id)
        else { return false }
        return chime.isFirst(row, of: order)
    }

    /// Makes the sound; what goes wrong is told once, until something else does.
    private func sound(_ failure: inout SoundError?) async {
        do throws(SoundError) {
            try await player.play()
            failure = nil
        } catch {
            if failure != error { logger.error("no sound is made for a payment", metadata: ["why": "\(error)"]) }
            failure = error
        }
    }
}
