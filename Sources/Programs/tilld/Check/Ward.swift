// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Foundation
import HTTPTransport
import PaymentService
import TillCore
import TillStore

/// What is examined of one terminal, in the order that helps: what others depend on comes first.
final class Ward {
    private let settings: Settings
    private let parts: Parts
    private let isOffline: Bool
    private var transport: HTTPTransport?

    init(settings: Settings, parts: Parts, isOffline: Bool) {
        self.settings = settings
        self.parts = parts
        self.isOffline = isOffline
    }

    /// Everything that is to be examined.
    ///
    /// - Throws: if the way to acquirers cannot even be begun.
    func examinations() throws -> [any Examination] {
        let inspection: Result<LedgerInspection, LedgerError>
        do throws(LedgerError) {
            inspection = .success(try LedgerInspection.look(at: settings.ledgerPath))
        } catch {
            inspection = .failure(error)
        }
        let isRunning = if case .success(.inUse) = inspection { true } else { false }
        let watch = watch(after: inspection)
        var all: [any Examination] = [
            KeyExamination(environment: settings.environment, accounts: settings.accounts),
            DiskExamination(ledger: settings.ledgerPath), LedgerExamination(inspection: inspection),
            APIExamination(
                socket: settings.api.socket, group: settings.api.group,
                strangers: settings.api.peers?.strangers ?? [], isRunning: isRunning),
            DeviceExamination(
                displays: parts.displays.map { ($0.name, $0.setting) },
                printers: settings.printers.map { ($0.name, $0.port) },
                fonts: settings.fonts + settings.slipFonts,
                framebuffers: { DisplayLocator().candidates }, cards: { DisplayLocator().cards }),
            ScreenExamination(screens: zip(settings.displays, parts.screens).map { ($0.name, $1.notes) }),
        ]
        if !isOffline {
            let transport = try HTTPTransport()
            self.transport = transport
            let client = ProviderClient(
                transport: AcquirerLine(http: transport), moment: SystemClocks.moment, watch: watch)
            all += parts.accounts.map {
                NetworkExamination(
                    account: $0, client: client, reference: Self.unusedReference(),
                    now: SystemClocks.wall())
            }
        }
        // After the acquirers, whose answers say what time it is.
        all.append(
            ClockExamination(
                watch: watch, wall: SystemClocks.wall,
                accounts: isOffline ? [] : parts.accounts.map(\.id)))
        all.append(
            NotifyExamination(
                notify: settings.notify, isLive: settings.environment == .live,
                isRunning: isRunning))
        var endpoints: Int?
        if case .success(.good(_, _, let followers)) = inspection { endpoints = followers }
        all.append(
            WebhookExamination(endpoints: endpoints, file: SeedFile.path(ofLedger: settings.ledgerPath)))
        return all
    }

    /// Ends what was begun.
    func close() { transport?.stop() }

    private func watch(after inspection: Result<LedgerInspection, LedgerError>) -> ClockWatch {
        var last: Timestamp?
        if case .success(.good(_, let time, _)) = inspection { last = time }
        return ClockWatch(
            wall: SystemClocks.wall, continuous: SystemClocks.continuous, after: last,
            released: Version.released)
    }

    /// 26 characters that no attempt has: they begin with a letter that no time begins with.
    private static func unusedReference() -> AttemptReference {
        let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let rest = SystemClocks.randomBytes(25).map { letters[Int($0) % letters.count] }
        return AttemptReference("Z" + String(rest))
    }
}
