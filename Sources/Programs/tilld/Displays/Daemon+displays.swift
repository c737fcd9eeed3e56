// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DisplayService
import Scenes
import ServiceLifecycle
import TillAPI
import TillServer

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

    /// How long somebody who asks waits for a display.
    private static let patience: Duration = .seconds(20)

    /// What the API is told of the displays, and has them do.
    func screens(_ health: Health, _ desks: [DisplayDesk]) -> TillServer.Displays {
        let known = Dictionary(
            zip(settings.displays.map(\.name), desks), uniquingKeysWith: { first, _ in first })
        return TillServer.Displays(
            list: { health.displays() },
            test: { name in
                guard let desk = known[name] else { throw Problem(.noSuchDevice, "there is no display \"\(name)\"") }
                return Self.tested(name, await Self.outcome(at: desk))
            })
    }

    /// Waits for what comes of a test picture; nil if that takes too long.
    private static func outcome(at desk: DisplayDesk) async -> DisplayDesk.Outcome? {
        let outcomes = desk.test()
        return await withTaskGroup(of: DisplayDesk.Outcome?.self) { group in
            group.addTask { await outcomes.first { _ in true } }
            group.addTask {
                // Cancelled when the display was first, and that is no error.
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private static func tested(_ name: String, _ outcome: DisplayDesk.Outcome?) -> DisplayTestResource {
        switch outcome {
        case .shown: DisplayTestResource(display: name, result: "shown")
        case .busy:
            DisplayTestResource(
                display: name, result: "busy", detail: "a sale has the display: try again when it is over")
        case .failed(let why): DisplayTestResource(display: name, result: "failed", detail: why)
        case nil:
            DisplayTestResource(
                display: name, result: "waits", detail: "the display is slow to answer: look at till display health")
        }
    }

    /// Who looks after terminals and lights, whether there is a ledger or not.
    func tenders(_ painters: [Painter]) -> [any Service] {
        zip(parts.displays, painters).compactMap { display, painter in
            painter.stand.map { DisplayTender(name: display.name, stand: $0, logger: logger) }
        }
    }
}
