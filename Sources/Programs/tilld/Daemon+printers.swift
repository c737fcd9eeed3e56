// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Foundation
import PrintService
import Receipts
import TillAPI
import TillCore
import TillServer
import TillStore

extension Daemon {
    /// How long somebody who asks waits for a printer.
    private static let patience: Duration = .seconds(20)

    /// What the API is told of the printer, and has it do.
    func printers(
        _ ledger: Ledger, _ health: Health, _ desk: PrinterDesk, _ content: ReceiptContent
    ) -> TillServer.Printers {
        guard let printer = parts.printer, let setting = settings.printer else { return .none }
        return TillServer.Printers(
            list: {
                let figures = try await ledger.figures()
                let doubtful = try await ledger.openHolds().count {
                    if case .receiptInDoubt = $0.hold.reason { true } else { false }
                }
                let found = await printer.abilities()
                let state = try await health.resource().printers.first { $0.id == setting.name }
                return [
                    PrinterResource(
                        id: setting.name, profile: setting.profile, port: setting.port,
                        columns: parts.receipts.columns, state: state?.state ?? "ok", detail: state?.detail,
                        answers: found?.tier.rawValue, counts: found?.counts, waiting: figures.work[.print] ?? 0,
                        doubtful: doubtful)
                ]
            },
            test: { name in
                let slip = content.testSlip(
                    terminal: ledger.terminal, printer: name, profile: setting.profile, at: ledger.wall)
                return await Self.printed(
                    SlipContent(slip, columns: parts.receipts.columns), name, printer, desk, ledger)
            },
            probe: { name in
                switch await Self.outcome(of: .examine, desk, ledger) {
                case .examined(let findings): try probed(findings, name, ledger)
                case .failed(let why): PrinterProbeResource(printer: name, result: "failed", detail: why)
                case .printed, nil:
                    PrinterProbeResource(
                        printer: name, result: "waits",
                        detail: await printer.condition().reason ?? "other slips come first")
                }
            })
    }

    /// Has a slip printed that is asked for again if it breaks off.
    static func printed(
        _ slip: SlipContent, _ name: String, _ printer: any PrinterDriver, _ desk: PrinterDesk, _ ledger: Ledger
    ) async -> PrintedSlipResource {
        switch await outcome(of: .print(slip), desk, ledger) {
        case .printed(confirmed: true): return PrintedSlipResource(printer: name, result: "printed")
        case .printed(confirmed: false):
            return PrintedSlipResource(
                printer: name, result: "unconfirmed", detail: "all of it went out, and this printer cannot say more")
        case .failed(let why): return PrintedSlipResource(printer: name, result: "failed", detail: why)
        case .examined, nil:
            return PrintedSlipResource(
                printer: name, result: "waits", detail: await printer.condition().reason ?? "other slips come first")
        }
    }

    /// Leaves an errand and waits for what comes of it; nil if that takes too long.
    private static func outcome(
        of errand: PrinterErrand, _ desk: PrinterDesk, _ ledger: Ledger
    ) async -> PrinterOutcome? {
        let outcomes = desk.leave(errand)
        ledger.knock()
        return await withTaskGroup(of: PrinterOutcome?.self) { group in
            group.addTask { await outcomes.first { _ in true } }
            group.addTask {
                // Cancelled when the printer was first, and that is no error.
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    /// What a printer's answers mean: profiles that fit, and one of its own.
    private func probed(
        _ findings: PrinterFindings, _ name: String, _ ledger: Ledger
    ) throws -> PrinterProbeResource {
        guard findings.realtime || findings.gsR || findings.processID else {
            return PrinterProbeResource(
                printer: name, result: "silent",
                detail:
                    "it answers nothing: choose generic-58 or generic-80, or look for its model in Devices/README.md")
        }
        let profiles = try PrinterProfiles.load(folder: "\(settings.devices)/Printers")
        // The base of the printer's own profile knows its roll.
        let own = settings.printer.flatMap { profiles[id: $0.profile] }
        let base = own.flatMap { profile in profile.inherits.flatMap { profiles[id: $0] } ?? profile }
        let day = CalendarDay(of: ledger.wall)
        let profile = base.map { base in
            PrinterProfile(probed: findings, on: base, source: "asked by till printer probe on \(day)")
                .yaml(over: base, comment: "Look at the paper: what it prints was not seen by anybody.")
        }
        return PrinterProbeResource(
            printer: name, result: "answered", vendor: findings.vendor, model: findings.facts.gsI,
            fits: profiles.candidates(for: findings.facts).map(\.id), profile: profile)
    }
}
