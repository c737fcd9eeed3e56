// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles
package import Raster

/// Says what a person knows better about a panel than its driver and its profile; nil where nothing.
package struct FramebufferOptions: Hashable, Sendable {
    /// How bytes come to the device.
    package enum Access: String, Hashable, Sendable {
        /// By a map of its memory, or by writing where there is none.
        case mapped = "mmap"
        /// By writing, always.
        case written = "write"
    }

    /// How the panel is mounted.
    package var rotation: Rotation?
    /// The pixel format, if the driver's own word is wrong.
    package var format: PixelFormat?
    /// Where the left pixel of a byte is, which the kernel does not tell.
    package var monoBitOrder: PixelFormat.BitOrder?
    /// How bytes come to the device.
    package var access: Access?
    /// Half tones at edges; nil decides by the panel.
    package var antialias: Bool?
    /// What the panel is made of.
    package var kind: PanelKind?
    /// The least time between two pictures of one kind.
    package var leastInterval: Duration?

    /// Makes options; without arguments, those of a panel whose driver tells the truth.
    package init(
        rotation: Rotation? = nil,
        format: PixelFormat? = nil,
        monoBitOrder: PixelFormat.BitOrder? = nil,
        access: Access? = nil,
        antialias: Bool? = nil,
        kind: PanelKind? = nil,
        leastInterval: Duration? = nil
    ) {
        self.rotation = rotation
        self.format = format
        self.monoBitOrder = monoBitOrder
        self.access = access
        self.antialias = antialias
        self.kind = kind
        self.leastInterval = leastInterval
    }
}
