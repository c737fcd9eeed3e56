// SPDX-License-Identifier: Apache-2.0

/// Keeps a panel as light as what it is used for needs.
///
/// Nothing depends on it: a light that cannot be set stays as it is, and that is told.
package struct PanelLighting: Sendable {
    private let plan: LightPlan
    private let sysfs: String
    private var light: Backlight?
    /// The level while somebody may look.
    private var awake = 0
    private var use: PanelUse?
    private var idleSince: Duration?
    private var isDim = false
    /// Why the light is not as it should be; nil if it is.
    package private(set) var trouble: DeviceError?

    /// Keeps the light of a panel.
    ///
    /// - Parameter sysfs: where the kernel lists lights.
    package init(_ plan: LightPlan, sysfs: String = Backlight.usualFolder) {
        self.plan = plan
        self.sysfs = sysfs
    }

    /// Lights the panel for a use.
    ///
    /// - Parameter now: elapsed time, by which it is turned down later.
    package mutating func use(_ use: PanelUse, at now: Duration) {
        if use == .idle {
            idleSince = idleSince ?? now
        } else {
            idleSince = nil
            isDim = false
        }
        self.use = use
        apply()
    }

    /// Turns the light down when nothing has gone on for long enough.
    package mutating func look(at now: Duration) {
        guard let since = idleSince, let patience = plan.idleAfter, !isDim, now - since >= patience else { return }
        isDim = true
        apply()
    }

    /// Gives the light back as it was found.
    package mutating func restore() {
        guard use != nil else { return }
        use = .awake
        idleSince = nil
        isDim = false
        apply()
        use = nil
        light = nil
    }

    private mutating func apply() {
        guard plan.dims, let use else { return }
        do throws(DeviceError) {
            if light == nil { try find() }
            guard let light else { return }
            let dim = min(awake, light.level(percent: plan.idle))
            try light.set(isDim ? dim : use == .code ? max(awake, light.level(percent: plan.code)) : awake)
            trouble = nil
        } catch {
            trouble = error
            // It may come back under the same name with other levels.
            if case .gone = error { light = nil }
        }
    }

    private mutating func find() throws(DeviceError) {
        do throws(DeviceError) {
            let found = try Backlight(named: plan.device, sysfs: sysfs)
            let level = found.level ?? found.highest
            // As low as that it was left by one who could not restore it any more.
            awake = level > found.level(percent: plan.idle) ? level : found.level(percent: plan.code)
            light = found
        } catch .absent where plan.device == nil {
            // Most screens have a light of their own, which no machine reaches.
        }
    }
}
