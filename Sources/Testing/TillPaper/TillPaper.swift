// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PaperTesting

/// Lets a played printer fail at every byte, and counts what became of the receipts.
@main
struct TillPaper: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till-paper",
        abstract: "Lets a played printer fail at every byte, and counts what became of the receipts.",
        discussion: """
            Three slips, printers of every tier, a network and a serial line, and twelve things that go wrong, each \
            once with every byte that leaves the till. No receipt may be lost, none printed twice without a mark. \
            Two drivers that are wrong on purpose are played as well and have to be found out. It ends with 1 when \
            something is wrong.
            """)

    @Option(help: "Take every so-manieth byte.") var every = 1
    @Option(help: "Play only this printer: \(PaperModel.all.map(\.name).joined(separator: ", ")).") var printer: String?
    @Option(help: "Play only this cable: network, serial.") var cable: PaperCable?
    @Option(help: "Play only this slip: text, code, picture, columns.") var slip: PaperSlip.Kind?
    @Option(help: "Play only this fault, such as power-loss.") var fault: PaperFault?
    @Option(help: "Begin with this byte.") var from = 0
    @Option(help: "Cells that are played at once.") var jobs = 2
    @Flag(help: "Leave the wrong drivers out, which a run has to find out.") var noControls = false

    func validate() throws {
        guard (1...100_000).contains(every) else { throw ValidationError("--every takes 1 to 100000") }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs takes 1 to 64") }
        guard from >= 0 else { throw ValidationError("--from takes a byte, from 0 on") }
        guard printer.map({ name in PaperModel.all.contains { $0.name == name } }) ?? true else {
            throw ValidationError("--printer takes \(PaperModel.all.map(\.name).joined(separator: ", "))")
        }
    }

    func run() async throws {
        let cells = PaperMatrix.cells.filter { cell in
            (printer ?? cell.model.name) == cell.model.name && (cable ?? cell.cable) == cell.cable
                && (slip ?? cell.kind) == cell.kind && (fault ?? cell.fault) == cell.fault
        }
        let started = ContinuousClock.now
        let tallies = try await Campaign(every: every, from: from, jobs: jobs).play(cells, driver: .ours)
        MatrixReport.say(tallies, seconds: (ContinuousClock.now - started) / .seconds(1))
        let isSound = noControls ? true : try await Controls.pass()
        guard tallies.allSatisfy({ $0.tally.bad == 0 }), isSound else { throw ExitCode(1) }
    }
}

extension PaperCable: ExpressibleByArgument {}
extension PaperFault: ExpressibleByArgument {}
extension PaperSlip.Kind: ExpressibleByArgument {}
