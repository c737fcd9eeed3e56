// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import DisplayService
import Foundation
import PaymentService
import ProviderKit
import Raster
import Receipts
import Scenes
import TillCore

/// Everything that is made of the configuration before the ledger is opened.
struct Parts: Sendable {
    /// A display, and how it is treated.
    struct Display: Sendable {
        let name: String
        let setting: DisplaySetting
        let options: DisplayOptions
        /// What stands around it; nil for one that is no panel of this machine.
        let stand: StandPlan?
    }

    let accounts: [PaymentService.Account]
    let fonts: TypeSetter
    let receipts: ReceiptRenderer
    let printer: (any PrinterDriver)?
    let displays: [Display]
    /// What each display shows of the shop's own.
    let screens: [ScreenParts]
    let timeZone: TimeZone

    /// Makes the parts.
    ///
    /// - Throws: ``SettingsError`` with everything that is wrong with keys, profiles and devices.
    init(settings: Settings) throws(SettingsError) {
        var faults: [String] = []
        accounts = Self.accounts(settings, &faults)
        let fonts = TypeSetter(fonts: settings.fonts)
        self.fonts = fonts
        timeZone = TimeZone(identifier: settings.terminal.timeZone) ?? .gmt
        let profile = Self.profile(settings, &faults)
        printer = profile.flatMap { Self.printer($0, settings, &faults) }
        displays = DisplayParts(settings.displays, devices: settings.devices, &faults).all
        screens = settings.displays.map {
            ScreenParts($0, usual: settings.terminal.language, fonts: fonts, &faults)
        }
        let slips = profile.map { SlipParts(settings, $0, &faults) }
        guard faults.isEmpty, let profile, let slips else { throw SettingsError(faults) }
        receipts = ReceiptRenderer(
            profile: profile, paper: settings.printer?.paper,
            words: ReceiptWords.language(settings.terminal.language) ?? .english,
            setter: TypeSetter(fonts: settings.slipFonts + settings.fonts), layout: slips.layout,
            catalogues: slips.catalogues, logo: slips.logo)
    }

    private static func accounts(_ settings: Settings, _ faults: inout [String])
        -> [PaymentService.Account]
    {
        var accounts: [PaymentService.Account] = []
        for account in settings.accounts {
            guard let maker = ProviderCatalog.maker(account.provider) else { continue }
            do throws(ProviderSettingsError) {
                accounts.append(try maker.make(account, settings))
            } catch {
                faults += error.faults.map { fault in
                    let key = maker.elsewhere[fault.field] ?? "accounts.\(account.id).\(fault.field)"
                    return "\(key): \(fault.why)"
                }
            }
        }
        return accounts
    }

    /// The profile of the printer; without one, the slips that people look at are 80 mm wide.
    private static func profile(_ settings: Settings, _ faults: inout [String]) -> PrinterProfile? {
        let folder = "\(settings.devices)/Printers"
        do throws(ProfileError) {
            let name = settings.printer?.profile ?? "generic-80"
            if let profile = try PrinterProfiles.load(name, folder: folder) { return profile }
            let known = try PrinterProfiles.ids(folder: folder).joined(separator: ", ")
            let key = settings.printer.map { "printers.\($0.name).profile" } ?? "devices.folder"
            faults.append("\(key): there is no profile \"\(name)\" in \(folder): these are: \(known)")
        } catch {
            faults.append("devices.folder: \(error)")
        }
        return nil
    }

    private static func printer(
        _ profile: PrinterProfile, _ settings: Settings, _ faults: inout [String]
    ) -> (any PrinterDriver)? {
        guard let printer = settings.printer else { return nil }
        let locks = (settings.ledgerPath as NSString).deletingLastPathComponent
        do throws(DeviceError) {
            let address = try PortAddress(printer.port)
            guard let port = address.port(locks: locks, lines: "/run/lock") else { return nil }
            return EscPosPrinter(port: port, profile: profile, elapsed: SystemClocks.continuous)
        } catch {
            faults.append("printers.\(printer.name).port: \(error)")
            return nil
        }
    }
}
