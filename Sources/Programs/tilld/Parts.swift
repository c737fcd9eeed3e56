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

    /// A printer, and what makes its slips.
    struct Printer: Sendable {
        let setting: Settings.Printer
        let driver: any PrinterDriver
        let renderer: ReceiptRenderer
    }

    let accounts: [PaymentService.Account]
    let fonts: TypeSetter
    /// Makes the slips that people look at: those of the first printer of receipts.
    let receipts: ReceiptRenderer
    /// The printers that are there, in the order in which they are enabled.
    let printers: [Printer]
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
        let setter = TypeSetter(fonts: settings.slipFonts + settings.fonts)
        let profile = Self.profile(settings.printer, settings, &faults)
        let renderer = profile.flatMap { Self.renderer(settings.printer, $0, setter, settings, &faults) }
        printers = Self.printers(settings, profile, renderer, setter, &faults)
        displays = Self.displays(settings, &faults)
        screens = settings.displays.map {
            ScreenParts($0, usual: settings.terminal.language, fonts: fonts, &faults)
        }
        guard faults.isEmpty, let renderer else { throw SettingsError(faults) }
        receipts = renderer
    }

    /// What drives the first printer of receipts; nil if there is none.
    var printer: (any PrinterDriver)? { printers.first { $0.setting.role == .receipts }?.driver }

    private static func displays(_ settings: Settings, _ faults: inout [String]) -> [Display] {
        guard !settings.displays.isEmpty else { return [] }
        let known = DisplayParts.known(settings.devices)
        return DisplayParts(settings.displays, devices: settings.devices, known: known, &faults).all
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
}
