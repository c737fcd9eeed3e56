// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Raster
import Foundation
import Yams

extension SettingsReader {
    /// Where ledgers usually are.
    static let usualLedger = "/var/lib/tilld/ledger.sqlite"

    /// Reads what a configuration says of displays, and leaves out what is wrong in other parts.
    ///
    /// It never fails: of a configuration that cannot be read at all, the usual values are taken, and
    /// the first screen of this machine.
    static func readDisplays(file path: String, environment: [String: String]) -> DisplaySettings {
        let folder = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().path
        let faults = SettingsFaults()
        var fault: String?
        var node: Node?
        if let bytes = FileManager.default.contents(atPath: path) {
            let text = String(decoding: bytes, as: UTF8.self)
            fault = YAMLText.objection(to: text).map { "the configuration \($0)" }
            do {
                if fault == nil { node = try Yams.compose(yaml: text, .default, .default, .utf8) }
            } catch {
                fault = sentence(of: error)
            }
        } else {
            fault = "\(path) cannot be read: name the configuration with --config"
        }
        let root = SettingsSection(node, path: "", environment: environment, faults: faults)
        let reading = Reading(root: root, folder: folder, credentials: nil)
        let terminal = root.section("terminal")
        let devices = root.section("devices")
        let fonts = devices.list("fonts")
        let ledger = root.section("store").text("path") ?? usualLedger
        return DisplaySettings(
            name: terminal.text("name") ?? "",
            language: terminal.text("language") ?? "en",
            ledgerPath: reading.absolute(ledger),
            displays: fault == nil ? reading.displays() : [anyScreen(environment, faults)],
            devices: reading.absolute(devices.text("folder") ?? "/usr/share/tilld/Devices"),
            fonts: fonts.isEmpty ? TypeSetter.usualFonts : fonts, faults: fault.map { [$0] } ?? [])
    }

    /// The first screen of this machine, with everything as it usually is.
    private static func anyScreen(_ environment: [String: String], _ faults: SettingsFaults) -> Settings.Display {
        let section = SettingsSection(nil, path: "displays.auto", environment: environment, faults: faults)
        return Settings.Display(
            name: "auto", device: section.text("device") ?? "auto", width: 800, height: 480, theme: "dark",
            stand: StandSettings(section), panel: [:], language: nil, words: [], logo: nil, greeting: "")
    }
}
