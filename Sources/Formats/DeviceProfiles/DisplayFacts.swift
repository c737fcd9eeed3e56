// SPDX-License-Identifier: Apache-2.0

/// What the kernel says of a display; nil where it says nothing.
package struct DisplayFacts: Sendable, Hashable {
    /// The framebuffer's name, such as `virtio_gpudrmfb`.
    package let framebuffer: String?
    /// The name of the driver that serves it, such as `fb_ili9341`.
    package let driver: String?
    /// Its names in the device tree, the most exact first.
    package let compatible: [String]
    /// Its socket, such as `HDMI-A-1`.
    package let connector: String?
    /// Pixels across.
    package let width: Int
    /// Pixels down.
    package let height: Int
    /// Millimetres across; nil if unknown.
    package let widthMm: Int?
    /// Millimetres down; nil if unknown.
    package let heightMm: Int?

    /// States the facts; a length of 0, or one that no display has, counts as unknown.
    ///
    /// Source: the notes on framebuffers, "ioctls": both 0 and 0xFFFFFFFF mean unknown.
    package init(
        framebuffer: String? = nil, driver: String? = nil, compatible: [String] = [], connector: String? = nil,
        width: Int, height: Int, widthMm: Int? = nil, heightMm: Int? = nil
    ) {
        self.framebuffer = framebuffer
        self.driver = driver
        self.compatible = compatible
        self.connector = connector
        self.width = width
        self.height = height
        self.widthMm = widthMm.flatMap { (4...3000).contains($0) ? $0 : nil }
        self.heightMm = heightMm.flatMap { (4...3000).contains($0) ? $0 : nil }
    }
}
