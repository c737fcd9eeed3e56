// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import PaperTesting
import Synchronization
import Testing

@testable import DeviceDrivers

/// A desk with a printer and a daemon that several tests use.
struct Desk {
    let desk: PaperDesk
    let driver: EscPosPrinter
    let slip: PaperSlip

    /// - Parameter knows: whether the daemon was told earlier what the printer answers.
    init(
        _ name: String, cable: PaperCable = .network, fault: PaperFault? = nil, byte: Int = 0, knows: Bool = true,
        kind: PaperSlip.Kind = .code, limits: PrintLimits = PrintLimits()
    ) throws {
        let model = try Desk.model(name)
        let profile = try #require(try model.profile())
        let desk = PaperDesk(model, cable: cable, fault: fault, byte: byte)
        self.desk = desk
        let abilities = PrinterAbilities(tier: model.tier, clears: model.clears, counts: model.counts)
        driver = EscPosPrinter(
            port: desk.port(), profile: profile, abilities: knows ? abilities : nil, limits: limits
        ) { desk.now }
        slip = try PaperSlip(number: 7, kind: kind)
    }

    static func model(_ name: String) throws -> PaperModel {
        try #require(PaperModel.all.first { $0.name == name })
    }

    /// Prints the slip and returns what came of it, with what was noted before its first byte.
    func print() async -> (result: Result<PrintResult, PrintFailure>, start: PrintStart?) {
        let note = Note()
        do {
            let result = try await driver.print(slip.job) { start in
                note.start.withLock { $0 = start }
                return true
            }
            return (.success(result), note.start.withLock(\.self))
        } catch {
            return (.failure(error), note.start.withLock(\.self))
        }
    }

    /// How often a line is on the paper.
    func lines(_ text: String) -> Int { desk.paper.count { $0 == .line(text) } }

    /// How often the paper was cut.
    var cuts: Int { desk.paper.count { $0 == .cut } }

    private final class Note: Sendable { let start = Mutex<PrintStart?>(nil) }
}
