// SPDX-License-Identifier: Apache-2.0

/// What a person says of what stands around a display: its terminal and its light.
struct StandSettings: Sendable {
    /// The name of the panel's profile; nil finds it by its driver.
    let profile: String?
    /// The virtual terminal that it takes: `auto`, a node, or `none`.
    let console: String
    /// Whether it brings the terminal to the screen when another one is there.
    let takesConsole: Bool
    /// The name of the panel's light, `auto` or `none`.
    let backlight: String
    /// How long nothing goes on before the light is turned down; nil is never.
    let idleAfter: Duration?
    /// The light in percent when it is turned down; nil is the least that can be seen.
    let idleLight: Int?

    /// Reads the keys of a display's section.
    init(_ part: SettingsSection) {
        profile = part.text("profile").flatMap { $0.isEmpty ? nil : $0 }
        console = part.text("console") ?? "auto"
        takesConsole = part.word("take_console", among: ["yes", "no"], otherwise: "no") == "yes"
        backlight = part.text("backlight") ?? "auto"
        if backlight.isEmpty || backlight.contains("/") || backlight.utf8.count > 64 {
            part.fault("backlight", "must be auto, none or a name under /sys/class/backlight")
        }
        let isTimed = part.text("idle_dim") != nil
        let after = part.duration("idle_dim", in: .seconds(10)...(.seconds(24 * 3600)), otherwise: .seconds(10))
        idleAfter = isTimed ? after : nil
        let isLit = part.text("idle_light") != nil
        let light = part.number("idle_light", in: 0...100, otherwise: 0)
        idleLight = isLit ? light : nil
    }
}
