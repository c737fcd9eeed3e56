// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
import DeviceProfiles

/// One cell of the matrix at one byte: two slips, and one thing that goes wrong.
package struct PaperTrial: Sendable {
    /// What the printer is.
    package let model: PaperModel
    private let profile: PrinterProfile
    private let cable: PaperCable
    private let slips: [PaperSlip]
    private let driver: PaperDriverKind

    /// Sets a trial up.
    ///
    /// - Throws: if the profile or the slips below are wrong.
    package init(
        _ model: PaperModel, _ cable: PaperCable, _ kind: PaperSlip.Kind, driver: PaperDriverKind = .ours
    ) throws {
        self.model = model
        self.cable = cable
        self.driver = driver
        guard let profile = try model.profile() else { throw PaperTrialError.noProfile }
        self.profile = profile
        slips = [try PaperSlip(number: 1001, kind: kind), try PaperSlip(number: 1002, kind: .text)]
    }

    /// Why a trial cannot begin.
    enum PaperTrialError: Error { case noProfile }

    /// What came of a trial.
    package struct Outcome: Sendable {
        /// What is wrong.
        package var findings: [PaperFinding] = []
        /// Whether the fault happened at all.
        package var hasFired = false
        /// Whether the first slip came out a second time, with its mark.
        package var wasMarked = false
        /// Whether the count of cuts or a late mark settled it.
        package var wasSettled = false
        /// Whether a person had to look.
        package var wasAsked = false
        /// Whether the driver had said "unconfirmed" of a slip that was not there.
        package var wasHollow = false
    }

    /// How many bytes leave the till for the first slip on a good day.
    package func length() async -> Int {
        let desk = PaperDesk(model, cable: cable)
        _ = await spool(on: desk).print([slips[0]], after: nil)
        return desk.passed
    }

    /// Plays it.
    package func play(_ fault: PaperFault?, at byte: Int) async -> Outcome {
        let desk = PaperDesk(model, cable: cable, fault: fault, byte: byte)
        let endings = await spool(on: desk).print(slips, after: fault)
        desk.wait(.seconds(300))
        return judge(endings, desk)
    }

    /// Plays it on a printer behind a real port.
    package func play(on wire: PaperWire, _ fault: PaperFault?, limits: PrintLimits) async -> Outcome {
        let endings = await spool(on: wire, limits: limits).print(slips, after: fault)
        wire.wait(.seconds(20))
        return judge(endings, wire)
    }

    /// What a daemon found out about the printer when it was set up.
    package var abilities: PrinterAbilities {
        PrinterAbilities(tier: model.tier, clears: model.clears, counts: model.counts)
    }

    private func spool(on desk: any PaperBench, limits: PrintLimits = PrintLimits()) -> PaperSpool {
        let (profile, abilities, driver) = (profile, abilities, driver)
        return PaperSpool(desk: desk) { port, firstMark in
            driver.driver(port, profile, abilities, firstMark: firstMark, bench: desk, limits: limits)
        }
    }

    private func judge(_ endings: [PaperSpool.Ending], _ desk: any PaperBench) -> Outcome {
        let paper = desk.paper
        var outcome = Outcome()
        outcome.hasFired = desk.hasFired
        for (slip, ending) in zip(slips, endings) {
            let copies = slip.copies(on: paper)
            if ending.state != .printed { outcome.findings.append(.open) }
            if ending.state == .printed, copies.unmarked + copies.marked == 0 { outcome.findings.append(.lost) }
            if copies.unmarked > 1 { outcome.findings.append(.doubled) }
            if slip.begun(on: paper) > 1 { outcome.findings.append(.begunTwice) }
            outcome.wasMarked = outcome.wasMarked || copies.marked > 0
            outcome.wasSettled = outcome.wasSettled || ending.wasSettled
            outcome.wasAsked = outcome.wasAsked || ending.wasAsked
            outcome.wasHollow = outcome.wasHollow || ending.wasHollow
        }
        // Nothing of the trouble may stand on what comes after it.
        if let last = slips.last, !paper.reversed().starts(with: last.sight.reversed()) {
            outcome.findings.append(.soiled)
        }
        return outcome
    }
}
