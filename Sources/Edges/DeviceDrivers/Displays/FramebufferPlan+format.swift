// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster

extension FramebufferPlan {
    /// Finds out how pixels are spelt; bit fields and the stride are believed before the number of bits.
    static func format(
        of facts: FramebufferFacts,
        traits: PanelTraits,
        path: String,
        colorMap: () -> FramebufferColors?,
        notes: inout [String]
    ) throws(DeviceError) -> (PixelFormat, Palette) {
        let order = traits.monoBitOrder
        if let format = traits.format {
            if case .mono = format {
                // What is white is the driver's to say; only where the left pixel is nobody tells.
                return (.mono(order: order, whiteIsSet: facts.visual != UInt32(FB_VISUAL_MONO01)), .none)
            }
            notes.append("the format of the settings is used")
            return (format, palette(of: format, facts))
        }
        switch (facts.visual, facts.bitsPerPixel) {
        case (UInt32(FB_VISUAL_MONO01), 1):
            return (.mono(order: order, whiteIsSet: false), .none)
        case (UInt32(FB_VISUAL_MONO10), 1):
            return (.mono(order: order, whiteIsSet: true), .none)
        case (UInt32(FB_VISUAL_PSEUDOCOLOR), 8):
            return (.grey8, .greys)
        case (UInt32(FB_VISUAL_STATIC_PSEUDOCOLOR), 8) where facts.grayscale == 1:
            return (.grey8, .none)
        case (UInt32(FB_VISUAL_STATIC_PSEUDOCOLOR), 4) where facts.grayscale == 1:
            return (.grey4(order: order), .none)
        case (UInt32(FB_VISUAL_STATIC_PSEUDOCOLOR), 4), (UInt32(FB_VISUAL_STATIC_PSEUDOCOLOR), 8):
            guard let colors = colorMap() else {
                throw .mismatch("\(path) does not tell its colours: set display.format")
            }
            notes.append("the driver's colours cannot be changed: the nearest to greys are used")
            let bits = Int(facts.bitsPerPixel)
            return (.indexed(bits: bits, order: order, values: colors.nearestToGreys(among: 1 << bits)), .none)
        case (UInt32(FB_VISUAL_TRUECOLOR), 8) where facts.green.length > 0:
            return (try packed(facts, path: path, notes: &notes), .none)
        case (UInt32(FB_VISUAL_TRUECOLOR), 15...32), (UInt32(FB_VISUAL_DIRECTCOLOR), 15...32):
            let format = try packed(facts, path: path, notes: &notes)
            return (format, palette(of: format, facts))
        default:
            throw .mismatch(
                "\(path) has \(facts.bitsPerPixel) bits a pixel (visual \(facts.visual)): choose a mode of 16 or 32 bits"
            )
        }
    }

    /// The colour map without which pixels of a format do not mean what they say.
    private static func palette(of format: PixelFormat, _ facts: FramebufferFacts) -> Palette {
        switch (facts.visual, format) {
        case (UInt32(FB_VISUAL_PSEUDOCOLOR), .grey8): return .greys
        case (UInt32(FB_VISUAL_PSEUDOCOLOR), .rgb332): return .cube
        case (UInt32(FB_VISUAL_DIRECTCOLOR), .packed(_, let red, let green, let blue, _)):
            return .ramps(red: red.length, green: green.length, blue: blue.length)
        default: return .none
        }
    }

    private static func packed(
        _ facts: FramebufferFacts,
        path: String,
        notes: inout [String]
    ) throws(DeviceError) -> PixelFormat {
        let bits = Int(facts.bitsPerPixel)
        let columns = Int(max(facts.virtualWidth, facts.width))
        if bits <= 16, Int(facts.lineLength) == columns * 4 {
            // Seen on shipped devices: the driver says 16 and stores 32.
            notes.append("the lines have room for 32 bits a pixel although the driver says \(bits): 32 are used")
            return .xrgb8888
        }
        let fields = [facts.red, facts.green, facts.blue]
        if fields.allSatisfy({ $0.length == 0 }) {
            notes.append("the driver does not say where its colours are: the usual places are used")
            switch (bits + 7) / 8 {
            case 2: return .rgb565
            case 3: return .rgb888
            default: return .xrgb8888
            }
        }
        let wordBits = UInt32((bits + 7) / 8 * 8)
        let all = fields + [facts.alpha]
        guard all.allSatisfy({ $0.length <= 16 && $0.offset <= 32 && $0.offset + $0.length <= wordBits }),
            fields.allSatisfy({ $0.length > 0 })
        else {
            throw .mismatch("\(path) has colours outside of its pixels: set display.format")
        }
        func channel(_ field: FramebufferFacts.Field) -> PixelFormat.Channel {
            PixelFormat.Channel(offset: Int(field.offset), length: Int(field.length))
        }
        return .packed(
            bits: Int(wordBits),
            red: channel(facts.red),
            green: channel(facts.green),
            blue: channel(facts.blue),
            alpha: channel(facts.alpha)
        )
    }
}
