// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import DisplayService
import Raster
import Scenes

/// Draws a neutral screen on every display, each as far as it goes.
struct Clearing: Sendable {
    /// How it went for one display.
    struct Outcome: Sendable, Hashable {
        let name: String
        /// Why nothing was drawn; nil if it was, or if there was nothing to draw on.
        let fault: String?
        /// What a person should know besides.
        var remark: String?
    }

    private let displays: [Settings.Display]
    private let devices: String
    private let screen: Screen
    private let text: String
    private let renderers: [String: SceneRenderer]
    private let locator: DisplayLocator
    private let lights: String
    private let consoles: @Sendable (ConsoleSetting) -> OwnedConsole

    /// Prepares the screens.
    ///
    /// - Parameters:
    ///   - message: what they say; nil says that nothing can be paid now.
    ///   - locator: how displays are found.
    ///   - lights: where the kernel lists lights.
    ///   - consoles: how terminals are had.
    init(
        _ settings: DisplaySettings, message: String?, locator: DisplayLocator = DisplayLocator(),
        lights: String = Backlight.usualFolder,
        consoles: @escaping @Sendable (ConsoleSetting) -> OwnedConsole = { OwnedConsole($0) }
    ) {
        displays = settings.displays
        devices = settings.devices
        screen =
            message.map { .idle(IdleScreen(merchant: settings.name, greeting: $0)) } ?? .outOfOrder
        text = message ?? ""
        let fonts = TypeSetter(fonts: settings.fonts)
        // What is wrong with words keeps no code on the glass: there are others.
        var faults: [String] = []
        renderers = Dictionary(
            settings.displays.map { display in
                (
                    display.name,
                    SceneRenderer(
                        fonts: fonts,
                        words: ScreenParts(display, usual: settings.language, fonts: fonts, &faults).words,
                        theme: display.theme == "light" ? .light : .dark)
                )
            }, uniquingKeysWith: { first, _ in first })
        self.locator = locator
        self.lights = lights
        self.consoles = consoles
    }

    /// Draws on all displays at the same time, and says how it went, in their order.
    func run() async -> [Outcome] {
        // They are the same for all, and much to read for a slow machine.
        let known = displays.isEmpty ? nil : DisplayParts.known(devices)
        return await withTaskGroup(of: (Int, Outcome).self) { group in
            for (index, display) in displays.enumerated() {
                group.addTask { (index, await clear(display, known)) }
            }
            var outcomes: [(Int, Outcome)] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func clear(_ display: Settings.Display, _ known: DisplayProfiles?) async -> Outcome {
        var faults: [String] = []
        guard let parts = DisplayParts([display], devices: devices, known: known, &faults).all.first else {
            let key = "displays.\(display.name).device: "
            return Outcome(
                name: display.name, fault: faults.map { String($0.trimmingPrefix(key)) }.joined(separator: "; "))
        }
        let (setting, plan) = (parts.setting, parts.stand)
        let console = plan.map { consoles($0.console) } ?? (setting.isPanel ? consoles(.automatic) : nil)
        let standing = console?.take() ?? .leftAlone
        // Behind another terminal nobody sees a code, and the kernel takes it away before anybody does.
        guard standing.mayDraw else { return Outcome(name: display.name, fault: nil, remark: standing.remark) }
        do {
            try await draw(parts)
        } catch {
            // Without a picture of ours, that of the kernel is better than a dead one.
            console?.giveBack()
            return Outcome(name: display.name, fault: "\(error)")
        }
        var lighting = PanelLighting(plan?.light ?? LightPlan(), sysfs: lights)
        if setting.isPanel { lighting.use(.code, at: .zero) }
        // The terminal is not given back, or the kernel would draw over the picture. It is switched by us,
        // and when we are dead by the kernel; this stands on it when somebody puts it in text mode.
        console?.leaveText(Self.plain(text))
        return Outcome(name: display.name, fault: nil, remark: faults.first)
    }

    private func draw(_ display: Parts.Display) async throws {
        var options = display.options
        // What is written is on its way at once, while what is put into a map may be lost by an early end.
        options.framebuffer.access = .written
        guard let driver = try locator.open(display.setting, options: options) else { return }
        let geometry = driver.geometry
        let surface: Surface
        if let drawn = try? renderers[display.name]?.draw(screen, geometry: geometry) {
            surface = drawn
        } else {
            // Where no words fit, nothing at all is still no code.
            surface = try Surface(width: geometry.width, height: geometry.height, color: .black)
        }
        try await driver.show(surface, label: "clear")
        await driver.close()
    }

    /// An empty screen of a terminal, without a cursor, with what it can show of a message.
    static func plain(_ message: String) -> String {
        let readable = message.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) } ? message : ""
        return "\u{1B}[H\u{1B}[2J\u{1B}[?25l\(readable)\r\n"
    }
}
