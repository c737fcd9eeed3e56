// SPDX-License-Identifier: Apache-2.0

import Logging
import Scenes
import SelfScan
import TillCore
import TillStore

extension ScreenKeeper {
    /// A screen, and whose code it shows.
    struct View: Sendable {
        /// A code of a sale.
        struct Code: Sendable {
            let order: OrderID
            let attempt: AttemptReference
        }

        let screen: Screen
        let code: Code?
        /// Whether it is about no sale.
        let isAtRest: Bool

        init(screen: Screen, order: Order? = nil) {
            self.screen = screen
            isAtRest = order == nil
            if case .code = screen, let order, let attempt = order.currentAttempt {
                code = Code(order: order.id, attempt: attempt.reference)
            } else {
                code = nil
            }
        }
    }

    /// Puts a screen on the glass.
    ///
    /// - Returns: the screen if it is there; nil if it has to be tried again.
    /// - Throws: ``LedgerError`` if the hold for a code that reads wrong could not be saved.
    func put(_ view: View) async throws -> View? {
        switch await paint(view.screen, about: view.code?.order) {
        case .shown: return view
        case .withheld(let scan):
            if let code = view.code { try await withhold(code, scan.verdict) }
            return nil
        case nil: return nil
        }
    }

    /// Compares the glass with the code that is up.
    ///
    /// - Returns: what stands there instead; nil if all is well, or nobody can tell.
    func look() async -> ScanVerdict? {
        do {
            let wrong = try await painter.look()
            let glass = await painter.glass
            condition.change { $0?.glass = glass }
            return wrong
        } catch {
            fail("\(error)")
            return nil
        }
    }

    /// Takes a code off the glass for good, and has a person look.
    ///
    /// - Throws: ``LedgerError`` if the hold could not be saved.
    func withhold(_ code: View.Code, _ verdict: ScanVerdict) async throws {
        // The glass first: whoever scans it in the meantime pays somebody else.
        await paint(.held(order: Projection.shortWord(code.order)), about: code.order)
        logger.error(
            "a display did not show the code that it should",
            metadata: ["display": "\(name)", "order": "\(code.order)", "seen": "\(verdict)"])
        try await ledger.record(.attempt(code.attempt, .displayDiffers(SeenInstead(verdict))), about: code.order)
    }

    /// Tells health of a code that was read back.
    func note(_ painted: Painted) {
        let at = ledger.time.now
        switch painted {
        case .shown(let scan):
            condition.set(nil)
            guard let scan else { return }
            condition.change { $0?.scan = DisplayReport.Scan(result: scan, at: at, isSample: false) }
        case .withheld(let scan):
            condition.change { $0?.scan = DisplayReport.Scan(result: scan, at: at, isSample: false) }
        }
    }

    /// Tells health what the display is, and how a code reads on it, when that is new.
    func noteDisplay() async {
        guard let (report, scan) = await painter.rehearse() else { return }
        let at = ledger.time.now
        condition.change { known in
            known = report
            known?.scan = scan.map { DisplayReport.Scan(result: $0, at: at, isSample: true) }
        }
    }
}

extension SeenInstead {
    /// What was read, as the ledger keeps it.
    init(_ verdict: ScanVerdict) {
        switch verdict {
        case .otherCode(let text): self = .otherCode(text)
        case .severalCodes: self = .severalCodes
        case .matches, .noCode, .notRead: self = .nothing
        }
    }
}
