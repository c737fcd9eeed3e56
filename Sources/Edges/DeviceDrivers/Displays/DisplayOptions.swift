// SPDX-License-Identifier: Apache-2.0

/// Says what may be chosen about a display besides which one it is.
package struct DisplayOptions: Sendable {
    /// For framebuffers.
    package var framebuffer: FramebufferOptions
    /// Width of pictures in a folder, or in a file without a description.
    package var width: Int
    /// Height of pictures in a folder, or in a file without a description.
    package var height: Int
    /// How many pictures a folder keeps.
    package var keptFrames: Int

    /// Makes options; without arguments, those of an 800 by 480 panel.
    package init(
        framebuffer: FramebufferOptions = FramebufferOptions(),
        width: Int = 800,
        height: Int = 480,
        keptFrames: Int = PNGDisplay.usualKept
    ) {
        self.framebuffer = framebuffer
        self.width = width
        self.height = height
        self.keptFrames = keptFrames
    }
}
