// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles

/// Says who is asked how a panel is to be treated: a person first, then its profile.
struct PanelChoice: Sendable {
    /// What a person has said.
    let options: FramebufferOptions
    /// The profile that a person has named.
    let profile: DisplayProfile?
    /// The profiles that are searched if none was named.
    let profiles: DisplayProfiles?

    /// Takes what a person has said.
    init(_ options: FramebufferOptions, profile: DisplayProfile? = nil, profiles: DisplayProfiles? = nil) {
        self.options = options
        self.profile = profile
        self.profiles = profiles
    }

    /// Decides how a panel is to be treated.
    func traits(for facts: DisplayFacts) -> PanelTraits {
        PanelTraits(options, profile: profile ?? profiles?.profile(for: facts), facts: facts)
    }
}
