// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles

/// Says how much light a panel gets, in percent of what it can give.
package struct LightPlan: Hashable, Sendable {
    /// The least light while a code is up, below which cameras see bands.
    package static let leastForCodes = 80
    /// The least light that can be seen on panels of which nothing is known.
    package static let usualFloor = 10

    /// Whether the panel's light can be turned down.
    package let dims: Bool
    /// The name of its light; nil is the only one there.
    package let device: String?
    /// The light while a code is up, unless the panel was brighter already.
    package let code: Int
    /// How long nothing goes on before the light is turned down; nil never turns it down.
    package let idleAfter: Duration?
    /// The light when nothing has gone on for so long; 0 only where a person asked for it.
    package let idle: Int

    /// Leaves the light alone.
    package static let none = LightPlan(dims: false)

    private init(dims: Bool) {
        self.dims = dims
        device = nil
        code = Self.leastForCodes
        idleAfter = nil
        idle = Self.usualFloor
    }

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - panel: what the panel's profile says; nil if it has none.
    ///   - device: the name of its light, if a person said it.
    ///   - idleAfter: how long nothing goes on before the light is turned down; nil never turns it down.
    ///   - idle: the light then, in percent; nil is the least that can be seen.
    package init(
        panel: PanelLight? = nil, device: String? = nil, idleAfter: Duration? = nil, idle: Int? = nil
    ) {
        dims = panel?.dims ?? true
        self.device = device ?? panel?.device
        code = min(100, max(Self.leastForCodes, panel?.codePercent ?? Self.leastForCodes))
        self.idleAfter = idleAfter
        let floor = max(1, panel?.floorPercent ?? Self.usualFloor)
        self.idle = idle.map { $0 == 0 ? 0 : min(100, max(floor, $0)) } ?? floor
    }
}
