// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DisplayService
import Scenes
import ServiceLifecycle

extension Daemon {
    /// One painter a display; none of them has opened its display yet.
    func painters() -> [Painter] {
        let consoles = StandPlan.consoles(parts.displays.map(\.stand))
        return zip(zip(parts.displays, parts.screens), settings.displays).map { pair, setting in
            let (display, screen) = pair
            return Painter(
                opening: DisplayLocator().opening(display.setting, options: display.options).open,
                stand: display.stand.flatMap { plan in
                    consoles[plan.console].map { console in
                        DisplayStand(
                            console: console, lighting: PanelLighting(plan.light), repeats: plan.repeats,
                            elapsed: SystemClocks.continuous)
                    }
                },
                renderer: SceneRenderer(
                    fonts: parts.fonts, words: screen.words,
                    theme: setting.theme == "light" ? .light : .dark, logo: screen.logo),
                pitch: display.stand?.pitch)
        }
    }

    /// Who looks after terminals and lights, whether there is a ledger or not.
    func tenders(_ painters: [Painter]) -> [any Service] {
        zip(parts.displays, painters).compactMap { display, painter in
            painter.stand.map { DisplayTender(name: display.name, stand: $0, logger: logger) }
        }
    }
}
