// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Logging
import TillCore
import TillStore

extension RollWorker {
    /// Finds out what became of a job whose end nobody saw, or says when that is tried again.
    ///
    /// No person is asked: a line that stands twice and says so harms nobody, and one that is missing does.
    func settle(_ place: RollPlace) async throws -> Result<RollPlace, Wait> {
        guard let begun = place.begun else { return .success(place) }
        let start = PrintStart(
            cutsBefore: begun.start.cutsBefore, cuts: begun.start.cuts, markText: begun.start.mark,
            device: begun.device)
        let evidence: PrintEvidence
        do throws(DeviceError) {
            evidence = try await printer.settle(InterruptedPrint(start: start, bytesWritten: nil))
        } catch {
            return .failure(wait(because: "a job broke off, and the printer has to be asked what came out: \(error)"))
        }
        logger.notice(
            "a job of the roll that broke off is settled",
            metadata: ["printer": "\(name)", "to": "\(begun.printed)", "evidence": "\(evidence.rawValue)"])
        switch evidence.verdict {
        case .printed:
            pace.noteSuccess()
            return .success(try await ledger.endRoll(name, as: .printed))
        case .printAgain: return .success(try await ledger.endRoll(name, as: .nothing))
        case .printMarked, .askPerson:
            let torn = try await ledger.endRoll(name, as: .torn)
            // A printer that tears every job would use up the roll.
            guard !pace.noteTear() else { return .failure(wait(because: "its jobs break off, one after the other")) }
            return .success(torn)
        }
    }

    /// Sends people away as long as a job is in doubt: whatever is printed now would change what is counted.
    func refuseErrands() async {
        await ErrandRunner(desk: desk, printer: printer, renderer: renderer).refuse(
            because: "a job of the roll broke off, and the printer has to be asked what came out first")
    }
}
