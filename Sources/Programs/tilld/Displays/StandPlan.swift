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
    /// The edge of a pixel in micrometres, the shorter one: it decides from how far away a code can be read.
    let pitch: Int?

    /// Makes the plan of a display; what is wrong with its keys becomes faults.
    ///
    /// - Parameter profile: of its panel, if a person has named one.
    /// - Returns: nil for a display that is no panel of this machine, or with a fault.
    init?(
        _ display: Settings.Display, _ setting: DisplaySetting, profile: DisplayProfile?, _ faults: inout [String]
    ) {
        let stand = display.stand
        do throws(DeviceError) {
            console = try ConsoleSetting(stand.console)
        } catch {
            faults.append("displays.\(display.name).console: \(error)")
            return nil
        }
        guard setting.isPanel else { return nil }
        takesConsole = stand.takesConsole
        let isPaper = profile?.panel.kind == .epaper
        repeats = !isPaper
        pitch = (profile?.panel).flatMap { panel in
            guard let size = panel.size, let micrometres = panel.micrometres else { return nil }
            return min(micrometres.width / size.width, micrometres.height / size.height)
        }
        light =
            stand.backlight == "none" || isPaper
            ? .none
            : LightPlan(
                panel: profile?.light, device: stand.backlight == "auto" ? nil : stand.backlight,
                idleAfter: stand.idleAfter, idle: stand.idleLight)
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
