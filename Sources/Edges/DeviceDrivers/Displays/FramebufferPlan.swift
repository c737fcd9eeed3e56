// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster

/// Says how pictures go to a framebuffer, after what the kernel said was checked.
struct FramebufferPlan: Hashable, Sendable {
    /// How lines are made.
    let layout: PixelLayout
    /// Bytes from the start of the memory to the first pixel that is shown.
    let origin: Int
    /// What pictures must look like.
    let geometry: DisplayGeometry
    /// The palette that has to be loaded for the pixels to mean what they say.
    let palette: Palette
    /// What looked odd and was decided, for the log.
    let notes: [String]

    /// Says which palette the device needs.
    enum Palette: Hashable, Sendable {
        /// None.
        case none
        /// Every value its own grey.
        case greys
        /// Three bits of red, three of green and two of blue.
        case cube
        /// Even ramps for colours of so many bits.
        case ramps(red: Int, green: Int, blue: Int)
    }

    /// The colour map that has to be loaded, if any.
    var colors: FramebufferColors? {
        switch palette {
        case .none: nil
        case .greys: .greys
        case .cube: .cube
        case .ramps(let red, let green, let blue): FramebufferColors(bits: (red, green, blue))
        }
    }

    /// Checks the facts of a panel without a profile.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if no picture can be sent to such a device.
    init(_ facts: FramebufferFacts, options: FramebufferOptions, path: String) throws(DeviceError) {
        try self.init(facts, traits: PanelTraits(options), path: path)
    }

    /// Checks the facts.
    ///
    /// - Parameters:
    ///   - facts: what the driver says.
    ///   - traits: what is known better.
    ///   - path: for messages.
    ///   - colorMap: asks the driver for its colours, if they are its own.
    /// - Throws: ``DeviceError/mismatch(_:)`` if no picture can be sent to such a device.
    init(
        _ facts: FramebufferFacts, traits: PanelTraits, path: String,
        colorMap: () -> FramebufferColors? = { nil }
    ) throws(DeviceError) {
        guard facts.type == UInt32(FB_TYPE_PACKED_PIXELS) else {
            throw .mismatch("\(path) does not pack its pixels (type \(facts.type)): use another display driver")
        }
        guard facts.visual != UInt32(FB_VISUAL_FOURCC), facts.grayscale <= 1 else {
            throw .mismatch("\(path) speaks a video format: choose an RGB mode")
        }
        let sides = 1...UInt32(Surface.sideLimit)
        guard sides.contains(facts.width), sides.contains(facts.height) else {
            throw .mismatch("\(path) has \(facts.width)x\(facts.height) pixels: choose a mode")
        }

        var notes = Self.oddities(of: facts)
        let (format, palette) = try Self.format(
            of: facts, traits: traits, path: path, colorMap: colorMap, notes: &notes)
        let width = Int(facts.width)
        let height = Int(facts.height)
        let lineLength = Int(facts.lineLength)
        let origin = Int(facts.yOffset) * lineLength + Int(facts.xOffset) * format.bitsPerPixel / 8
        guard lineLength >= format.bytes(for: width + Int(facts.xOffset)) else {
            throw .mismatch("\(path) has lines of \(lineLength) bytes for \(width) pixels: set display.format")
        }
        let last = origin + (height - 1) * lineLength + format.bytes(for: width)
        guard facts.memoryLength == 0 || last <= Int(facts.memoryLength) else {
            throw .mismatch("\(path) has \(facts.memoryLength) bytes for \(last): choose a smaller mode")
        }
        do {
            layout = try PixelLayout(
                width: width,
                height: height,
                format: format,
                stride: lineLength,
                rotation: traits.rotation,
                hasTwoLevels: traits.hasTwoLevels
            )
        } catch {
            throw .mismatch("\(path): \(error)")
        }
        self.origin = origin
        self.palette = palette
        self.notes = notes
        geometry = Self.geometry(
            of: layout, traits: traits, millimetres: (Self.known(facts.widthMM), Self.known(facts.heightMM)))
    }

    /// Says what pictures for a panel must look like.
    ///
    /// - Parameter millimetres: what its driver says of its width and height.
    static func geometry(
        of layout: PixelLayout, traits: PanelTraits, millimetres: (width: Int?, height: Int?)
    ) -> DisplayGeometry {
        let isMono = layout.format.bitsPerPixel == 1 || layout.hasTwoLevels
        let width = millimetres.width ?? traits.millimetres?.width
        let height = millimetres.height ?? traits.millimetres?.height
        let turned = layout.rotation.swapsSides ? (height, width) : (width, height)
        return DisplayGeometry(
            width: layout.pictureWidth,
            height: layout.pictureHeight,
            isMono: isMono,
            antialias: isMono ? false : traits.antialias,
            widthMM: turned.0,
            heightMM: turned.1,
            rhythm: traits.rhythm
        )
    }

    private static func oddities(of facts: FramebufferFacts) -> [String] {
        var notes: [String] = []
        if [facts.red, facts.green, facts.blue].contains(where: \.isReversed) {
            notes.append("the driver says that its bits are reversed, which is ignored")
        }
        if facts.nonstandard != 0 {
            notes.append("the driver says that its pixels are not standard (\(facts.nonstandard)), which is ignored")
        }
        return notes
    }

    /// Zero and all ones both mean that nobody knows.
    private static func known(_ millimetres: UInt32) -> Int? {
        (1...10_000).contains(millimetres) ? Int(millimetres) : nil
    }
}
