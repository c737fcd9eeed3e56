// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Says what a person knows better about a framebuffer than its driver.
package struct FramebufferOptions: Hashable, Sendable {
    /// How bytes come to the device.
    package enum Access: String, Hashable, Sendable {
        /// By a map of its memory, or by writing where there is none.
        case mapped = "mmap"
        /// By writing, always.
        case written = "write"
    }

    /// How the panel is mounted.
    package var rotation: Rotation
    /// The pixel format, if the driver's own word is wrong.
    package var format: PixelFormat?
    /// Where the left pixel of a byte is, which the kernel does not tell.
    package var monoBitOrder: PixelFormat.BitOrder
    /// How bytes come to the device.
    package var access: Access
    /// Half tones at edges; nil decides by the panel.
    package var antialias: Bool?

    /// Makes options; without arguments, those of a panel whose driver tells the truth.
    package init(
        rotation: Rotation = .none,
        format: PixelFormat? = nil,
        monoBitOrder: PixelFormat.BitOrder = .leftLowest,
        access: Access = .mapped,
        antialias: Bool? = nil
    ) {
        self.rotation = rotation
        self.format = format
        self.monoBitOrder = monoBitOrder
        self.access = access
        self.antialias = antialias
    }
}
