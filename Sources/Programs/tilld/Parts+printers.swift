// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Foundation
import Raster
import Receipts

extension Parts {
    /// The profile of a printer; without one, the slips that people look at are 80 mm wide.
    static func profile(
        _ printer: Settings.Printer?, _ settings: Settings, _ faults: inout [String]
    ) -> PrinterProfile? {
        let folder = "\(settings.devices)/Printers"
        do throws(ProfileError) {
            let name = printer?.profile ?? "generic-80"
            if let profile = try PrinterProfiles.load(name, folder: folder) { return profile }
            let known = try PrinterProfiles.ids(folder: folder).joined(separator: ", ")
            let key = printer.map { "printers.\($0.name).profile" } ?? "devices.folder"
            faults.append("\(key): there is no profile \"\(name)\" in \(folder): these are: \(known)")
        } catch {
            faults.append("devices.folder: \(error)")
        }
        return nil
    }

    /// What makes the slips of a printer; nil if its files are wrong.
    static func renderer(
        _ printer: Settings.Printer?, _ profile: PrinterProfile, _ setter: TypeSetter, _ settings: Settings,
        _ faults: inout [String]
    ) -> ReceiptRenderer? {
        let before = faults.count
        let slips = SlipParts(settings, printer, profile, &faults)
        guard faults.count == before else { return nil }
        return ReceiptRenderer(
            profile: profile, paper: printer?.paper,
            words: ReceiptWords.language(settings.terminal.language) ?? .english, setter: setter,
            layout: slips.layout, catalogues: slips.catalogues, logo: slips.logo)
    }

    /// The printers that are there.
    ///
    /// - Parameters:
    ///   - profile: that of the first printer of receipts, whose files are read already.
    ///   - renderer: what makes its slips.
    static func printers(
        _ settings: Settings, _ profile: PrinterProfile?, _ renderer: ReceiptRenderer?, _ setter: TypeSetter,
        _ faults: inout [String]
    ) -> [Printer] {
        var printers: [Printer] = []
        var taken: [(address: PortAddress, name: String)] = []
        for setting in settings.printers {
            let isFirst = setting.name == settings.printer?.name
            guard let profile = isFirst ? profile : Self.profile(setting, settings, &faults) else { continue }
            let own = isFirst ? renderer : Self.renderer(setting, profile, setter, settings, &faults)
            guard let address = Self.address(setting, &faults) else { continue }
            if address != .none, let other = taken.first(where: { $0.address == address }) {
                faults.append(
                    "printers.\(setting.name).port: is that of \(other.name) as well: each printer has its own")
                continue
            }
            taken.append((address, setting.name))
            guard let own, let driver = Self.driver(address, profile, settings) else { continue }
            printers.append(Printer(setting: setting, driver: driver, renderer: own))
        }
        return printers
    }

    private static func address(_ printer: Settings.Printer, _ faults: inout [String]) -> PortAddress? {
        do throws(DeviceError) {
            return try PortAddress(printer.port)
        } catch {
            faults.append("printers.\(printer.name).port: \(error)")
            return nil
        }
    }

    /// What drives a printer; nil where the port is none.
    private static func driver(
        _ address: PortAddress, _ profile: PrinterProfile, _ settings: Settings
    ) -> (any PrinterDriver)? {
        // Locks lie beside the ledger, and what was found out about printers beside their locks.
        let folder = (settings.ledgerPath as NSString).deletingLastPathComponent
        guard let port = address.port(locks: folder, lines: "/run/lock") else { return nil }
        return EscPosPrinter(
            port: port, profile: profile, memory: PrinterMemory(folder: folder), elapsed: SystemClocks.continuous)
    }
}
