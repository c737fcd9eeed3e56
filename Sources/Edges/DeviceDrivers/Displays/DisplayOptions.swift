// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles

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
    /// The profile of the panel, if a person has named one.
    package var profile: DisplayProfile?
    /// The profiles that are searched for the panel if none was named.
    package var profiles: DisplayProfiles?
    /// Time since any moment, which never goes back.
    package var elapsed: @Sendable () -> Duration

    /// Makes options; without arguments, those of an 800 by 480 panel.
    package init(
        framebuffer: FramebufferOptions = FramebufferOptions(),
        width: Int = 800,
        height: Int = 480,
        keptFrames: Int = PNGDisplay.usualKept,
        profile: DisplayProfile? = nil,
        profiles: DisplayProfiles? = nil,
        elapsed: @escaping @Sendable () -> Duration = { .zero }
    ) {
        self.framebuffer = framebuffer
        self.width = width
        self.height = height
        self.keptFrames = keptFrames
        self.profile = profile
        self.profiles = profiles
        self.elapsed = elapsed
    }
}
