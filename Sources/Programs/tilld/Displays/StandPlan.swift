// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles

/// What stands around a panel, checked.
struct StandPlan: Sendable {
    let console: ConsoleSetting
    let takesConsole: Bool
    let light: LightPlan
    /// Whether a picture may be repeated all the time; not on paper.
    let repeats: Bool

    /// Makes the plan of a display; what is wrong with its keys becomes faults.
    ///
    /// - Returns: nil for a display that is no panel of this machine, or with a fault.
    init?(_ display: Settings.Display, _ setting: DisplaySetting, devices: String, _ faults: inout [String]) {
        let stand = display.stand
        let key = "displays.\(display.name)"
        var profile: DisplayProfile?
        if let name = stand.profile { profile = Self.profile(name, devices, key, &faults) }
        do throws(DeviceError) {
            console = try ConsoleSetting(stand.console)
        } catch {
            faults.append("\(key).console: \(error)")
            return nil
        }
        guard setting.isPanel else { return nil }
        takesConsole = stand.takesConsole
        let isPaper = profile?.panel.kind == .epaper
        repeats = !isPaper
        light =
            stand.backlight == "none" || isPaper
            ? .none
            : LightPlan(
                panel: profile?.light, device: stand.backlight == "auto" ? nil : stand.backlight,
                idleAfter: stand.idleAfter, idle: stand.idleLight)
    }

    private static func profile(
        _ name: String, _ devices: String, _ key: String, _ faults: inout [String]
    ) -> DisplayProfile? {
        let folder = "\(devices)/Displays"
        do throws(ProfileError) {
            if let profile = try DisplayProfiles.load(name, folder: folder) { return profile }
            let known = try DisplayProfiles.ids(folder: folder).joined(separator: ", ")
            faults.append("\(key).profile: there is no profile \"\(name)\" in \(folder): these are: \(known)")
        } catch {
            faults.append("\(key).profile: \(error)")
        }
        return nil
    }

    /// The terminals that displays take, each once, however many are on one.
    static func consoles(_ plans: [StandPlan?]) -> [ConsoleSetting: OwnedConsole] {
        var consoles: [ConsoleSetting: OwnedConsole] = [:]
        for setting in Set(plans.compactMap { $0?.console }) {
            let takesFront = plans.contains { $0?.console == setting && $0?.takesConsole == true }
            consoles[setting] = OwnedConsole(setting, takesFront: takesFront)
        }
        return consoles
    }
}
