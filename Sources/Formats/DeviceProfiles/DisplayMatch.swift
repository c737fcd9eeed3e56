// SPDX-License-Identifier: Apache-2.0

/// How a display is recognised.
package struct DisplayMatch: Sendable, Hashable {
    /// Names of the framebuffer; a star at the end stands for any rest.
    package let framebuffers: [String]
    /// Names of the kernel driver.
    package let drivers: [String]
    /// Names of the device tree, such as `ilitek,ili9341`.
    package let compatible: [String]
    /// Kinds of socket, such as `HDMI-A`; a number behind it does not count.
    package let connectors: [String]
}
