// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Foundation
import PrintService
import Receipts
import ServiceLifecycle
import TillAPI
import TillCore
import TillServer
import TillStore

extension Daemon {
    /// How long somebody who asks waits for a printer.
    private static let patience: Duration = .seconds(20)

    /// What prints: a worker a printer, none of which waits for another.
    func printing(_ ledger: Ledger, _ posts: [PrinterPost]) -> [any Service] {
        let isShared = posts.count { !$0.isJournal } > 1
        return posts.map { post -> any Service in
            let printer = post.printer
            guard !post.isJournal else {
                return RollWorker(
                    name: post.name, among: settings.rolls, ledger: ledger, printer: printer.driver,
                    renderer: printer.renderer, content: content, desk: post.desk, standing: post.standing,
                    logger: logger)
            }
            return PrintWorker(
                name: post.name, ledger: ledger, printer: printer.driver, renderer: printer.renderer, content: content,
                opensDrawer: printer.setting.opensDrawer, slips: isShared ? post.slips : nil, desk: post.desk,
                logger: logger)
        }
    }

    /// What the API is told of the printers, and has them do.
    func printers(_ ledger: Ledger, _ health: Health, _ posts: [PrinterPost]) -> TillServer.Printers {
        TillServer.Printers(
            list: { try await resources(ledger, health, posts) },
            test: { name in
                let post = try Self.post(name, posts)
                let printer = post.printer
                let slip = content.testSlip(
                    terminal: ledger.terminal, printer: name, profile: printer.setting.profile, at: ledger.wall)
                return await Self.printed(SlipContent(slip, columns: printer.renderer.columns), post, ledger)
            },
            probe: { name in
                let post = try Self.post(name, posts)
                return switch await Self.outcome(of: .examine, post.desk, ledger) {
                case .examined(let findings): try probed(findings, post.printer.setting, ledger)
                case .failed(let why): PrinterProbeResource(printer: name, result: "failed", detail: why)
                case .printed, nil:
                    PrinterProbeResource(printer: name, result: "waits", detail: await Self.delay(of: post))
                }
            })
    }

    private func resources(
        _ ledger: Ledger, _ health: Health, _ posts: [PrinterPost]
    ) async throws -> [PrinterResource] {
        let doubts = try await Self.doubts(ledger)
        let states = try await health.printers()
        var all: [PrinterResource] = []
        for (post, state) in zip(posts, states) {
            let setting = post.printer.setting
            let found = await post.printer.driver.abilities()
            var printer = PrinterResource(
                id: setting.name, role: setting.role.rawValue, profile: setting.profile, port: setting.port,
                columns: post.printer.renderer.columns, state: state.state, detail: state.detail,
                answers: found?.tier.rawValue, counts: found?.counts)
            if post.isJournal {
                let figures = try await health.figures(ofRoll: post)
                printer.waiting = figures?.waiting ?? 0
                printer.last = figures?.printed
            } else {
                printer.waiting = try await ledger.waitingSlips(of: post.slips).count
                printer.doubtful = doubts.count { post.slips.contains($0) }
            }
            all.append(printer)
        }
        return all
    }

    /// The kinds of the slips of which nobody can tell whether they came out.
    private static func doubts(_ ledger: Ledger) async throws -> [SlipKind] {
        var kinds: [SlipKind] = []
        for matter in try await ledger.openHolds() {
            guard case .receiptInDoubt(let id) = matter.hold.reason else { continue }
            let order = if let id = matter.order { try await ledger.readableOrder(id) } else { Order?.none }
            kinds.append(order?.print(id).map { SlipKind($0.kind) } ?? .sale)
        }
        return kinds
    }

    private static func post(_ name: String, _ posts: [PrinterPost]) throws -> PrinterPost {
        guard let post = posts.first(where: { $0.name == name }) else {
            throw Problem(.noSuchDevice, "there is no printer \"\(name)\"")
        }
        return post
    }

    /// Has a slip printed that is asked for again if it breaks off.
    static func printed(_ slip: SlipContent, _ post: PrinterPost, _ ledger: Ledger) async -> PrintedSlipResource {
        let name = post.name
        switch await outcome(of: .print(slip), post.desk, ledger) {
        case .printed(confirmed: true): return PrintedSlipResource(printer: name, result: "printed")
        case .printed(confirmed: false):
            return PrintedSlipResource(
                printer: name, result: "unconfirmed", detail: "all of it went out, and this printer cannot say more")
        case .failed(let why): return PrintedSlipResource(printer: name, result: "failed", detail: why)
        case .examined, nil:
            return PrintedSlipResource(printer: name, result: "waits", detail: await delay(of: post))
        }
    }

    /// Why a printer has not come to what it was asked for.
    private static func delay(of post: PrinterPost) async -> String {
        let others = post.isJournal ? "other lines come first" : "other slips come first"
        return await post.printer.driver.condition().reason ?? others
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
        _ findings: PrinterFindings, _ setting: Settings.Printer, _ ledger: Ledger
    ) throws -> PrinterProbeResource {
        guard findings.realtime || findings.gsR || findings.processID else {
            return PrinterProbeResource(
                printer: setting.name, result: "silent",
                detail:
                    "it answers nothing: choose generic-58 or generic-80, or look for its model in Devices/README.md")
        }
        let profiles = try PrinterProfiles.load(folder: "\(settings.devices)/Printers")
        // The base of the printer's own profile knows its roll.
        let own = profiles[id: setting.profile]
        let base = own.flatMap { profile in profile.inherits.flatMap { profiles[id: $0] } ?? profile }
        let day = CalendarDay(of: ledger.wall)
        let profile = base.map { base in
            PrinterProfile(probed: findings, on: base, source: "asked by till printer probe on \(day)")
                .yaml(over: base, comment: "Look at the paper: what it prints was not seen by anybody.")
        }
        return PrinterProbeResource(
            printer: setting.name, result: "answered", vendor: findings.vendor, model: findings.facts.gsI,
            fits: profiles.candidates(for: findings.facts).map(\.id), profile: profile)
    }
}
