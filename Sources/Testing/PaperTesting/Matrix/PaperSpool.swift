// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers

/// A small spooler that does what the evidence says, and keeps what it must not forget.
///
/// ```
/// queued -> begun(start) -> printed | unsure -> (asked) -> printed | queued, marked
/// ```
struct PaperSpool {
    /// What is kept over the death of the daemon.
    enum State: Sendable, Equatable {
        case queued(isMarked: Bool)
        case begun(PrintStart, bytes: Int?)
        /// It was sent whole, and a person has to look.
        case unsure
        case printed
    }

    /// How it ended.
    struct Ending: Sendable {
        var state = State.queued(isMarked: false)
        /// Whether a person had to look at the paper.
        var wasAsked = false
        /// How often a person looked at the paper in vain.
        var looksInVain = 0
        /// Whether the driver said that it probably came out when it had not.
        var wasHollow = false
        /// Whether the count of cuts settled it.
        var wasSettled = false
    }

    let desk: any PaperBench
    /// Makes a driver, as a daemon does when it starts; the number differs from start to start.
    let driver: @Sendable (any DevicePort, Int) -> any PrinterDriver

    private static let triesMax = 60

    /// Prints slips one after the other until nothing is open.
    func print(_ slips: [PaperSlip], after: PaperFault?) async -> [Ending] {
        var starts = 0
        var daemon = driver(desk.end(), 0)
        var killsAfterAnswer = after == .killedAfterAnswer
        var endings: [Ending] = []
        for slip in slips {
            var ending = Ending()
            var tries = 0
            while ending.state != .printed, tries < Self.triesMax {
                tries += 1
                await step(slip, &ending, daemon, kill: &killsAfterAnswer)
                guard desk.isDead else { continue }
                desk.wait(.seconds(1))
                desk.restart()
                starts += 1
                daemon = driver(desk.end(), starts * 1000)
                if case .begun(let start, _) = ending.state { ending.state = .begun(start, bytes: nil) }
            }
            endings.append(ending)
        }
        return endings
    }

    private func step(
        _ slip: PaperSlip, _ ending: inout Ending, _ daemon: any PrinterDriver, kill: inout Bool
    ) async {
        switch ending.state {
        case .queued(let isMarked): await print(slip, isMarked, &ending, daemon, kill: &kill)
        case .begun(let start, let bytes): await settle(start, bytes, &ending, daemon)
        case .unsure:
            look(for: slip, &ending)
        case .printed: break
        }
    }

    private func print(
        _ slip: PaperSlip, _ isMarked: Bool, _ ending: inout Ending, _ daemon: any PrinterDriver, kill: inout Bool
    ) async {
        let kept = Kept()
        let result: Result<PrintResult, PrintFailure>
        do throws(PrintFailure) {
            result = .success(
                try await daemon.print(isMarked ? slip.marked : slip.job) { start in
                    kept.keep(start)
                    return true
                })
        } catch {
            result = .failure(error)
        }
        if let start = kept.start { ending.state = .begun(start, bytes: nil) }
        if kill {
            kill = false
            desk.kill()
        }
        // Whatever a dead daemon was told, it has kept nothing of it.
        guard !desk.isDead else { return }
        switch result {
        case .success(.printed): ending.state = .printed
        case .success(.unconfirmed): ending.state = .unsure
        case .failure(.nothingWritten):
            ending.state = .queued(isMarked: isMarked)
            desk.wait(.seconds(2))
        case .failure(.interrupted(_, let bytes)):
            let start = kept.start ?? PrintStart(cutsBefore: nil, cuts: 1, mark: nil)
            ending.state = .begun(start, bytes: bytes)
        }
    }

    private func settle(
        _ start: PrintStart, _ bytes: Int?, _ ending: inout Ending, _ daemon: any PrinterDriver
    ) async {
        let evidence: PrintEvidence
        do throws(DeviceError) {
            evidence = try await daemon.settle(InterruptedPrint(start: start, bytesWritten: bytes))
        } catch {
            desk.wait(.seconds(2))
            return
        }
        guard !desk.isDead else { return }
        switch evidence.verdict {
        case .printed:
            ending.state = .printed
            ending.wasSettled = true
        case .printAgain: ending.state = .queued(isMarked: false)
        case .printMarked: ending.state = .queued(isMarked: true)
        case .askPerson: ending.state = .unsure
        }
    }

    /// A person waits until nothing moves and looks at the paper.
    private func look(for slip: PaperSlip, _ ending: inout Ending) {
        desk.wait(.seconds(40))
        let copies = slip.copies(on: desk.paper)
        ending.wasAsked = true
        if copies.unmarked + copies.marked > 0 {
            ending.state = .printed
        } else {
            ending.wasHollow = true
            ending.looksInVain += 1
            ending.state = .queued(isMarked: true)
            // Bytes that got lost can leave a printer inside a picture that swallows everything for an hour.
            if ending.looksInVain > 1 { desk.switchOffAndOn() }
        }
    }
}
