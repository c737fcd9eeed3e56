// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Raster

/// Says how a panel is to be treated, after a person and its profile were heard.
struct PanelTraits: Sendable {
    /// How pictures are turned.
    let rotation: Rotation
    /// The pixel format; nil if the driver is believed.
    let format: PixelFormat?
    /// Where the left pixel of a byte is.
    let monoBitOrder: PixelFormat.BitOrder
    /// How bytes come to the device.
    let access: FramebufferOptions.Access
    /// Half tones at edges; nil decides by the size of the panel.
    let antialias: Bool?
    /// Tells whether a pixel is on or off, whatever the driver says.
    let hasTwoLevels: Bool
    /// How fast it may be drawn.
    let rhythm: DisplayRhythm
    /// After how many pictures electronic paper is cleaned; nil for other panels.
    let paper: PaperRhythm?
    /// Width and height of the pixels together in millimetres, as the driver's columns and rows lie.
    let millimetres: (width: Int, height: Int)?
    /// Whose word was taken, for the log.
    let notes: [String]

    /// Joins what a person, the profile and nobody have said.
    init(_ options: FramebufferOptions, profile: DisplayProfile? = nil, facts: DisplayFacts? = nil) {
        let kind = options.kind ?? profile?.panel.kind ?? .lcd
        let isPaper = kind == .epaper
        rotation = options.rotation ?? profile.flatMap { Rotation(rawValue: $0.panel.rotate) } ?? .none
        format = options.format ?? profile.flatMap { PixelFormat(name: $0.pixels.order.rawValue) }
        monoBitOrder = options.monoBitOrder ?? profile.map { .init($0.pixels.monoBitOrder) } ?? .leftLowest
        access =
            options.access ?? profile.map { $0.memory.access == .write ? .written : .mapped }
            // Electronic paper is cleaned by pictures that must not be left out by a driver that waits.
            ?? (isPaper ? .written : .mapped)
        hasTwoLevels = profile?.pixels.hasTwoLevels ?? isPaper
        antialias =
            hasTwoLevels ? false : options.antialias ?? (profile?.pixels.antialias == false ? false : nil)
        // A profile of another kind of panel than a person has named says nothing about its times.
        let refresh = profile.flatMap { $0.panel.kind == kind ? $0.refresh : nil }
        let full = refresh.map { Duration.milliseconds($0.fullMs) } ?? (isPaper ? PaperRhythm.usualFull : .zero)
        rhythm = DisplayRhythm(
            leastInterval: options.leastInterval ?? refresh.map { .milliseconds($0.minIntervalMs) }
                ?? (isPaper ? DisplayRhythm.usualPaper : .zero),
            allowsCountdown: !isPaper,
            patience: DisplayRhythm.usualPatience + full * 3)
        paper = isPaper ? PaperRhythm(fullEvery: refresh?.fullEvery ?? PaperRhythm.usualEvery) : nil
        millimetres = Self.millimetres(profile?.panel, facts)
        notes = profile.map { ["it is treated as profile \($0.id) says"] } ?? []
    }

    /// The size that a profile states, turned as the driver has turned the panel.
    private static func millimetres(_ panel: PanelShape?, _ facts: DisplayFacts?) -> (width: Int, height: Int)? {
        guard let panel, let size = panel.size, let room = panel.micrometres else { return nil }
        let stated = (width: (room.width + 500) / 1000, height: (room.height + 500) / 1000)
        guard let facts else { return stated }
        if (facts.width, facts.height) == (size.width, size.height) { return stated }
        guard (facts.width, facts.height) == (size.height, size.width) else { return nil }
        return (stated.height, stated.width)
    }
}
