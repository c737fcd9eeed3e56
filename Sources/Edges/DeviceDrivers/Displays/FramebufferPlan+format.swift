// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster

extension FramebufferPlan {
    /// Finds out how pixels are spelt; bit fields and the stride are believed before the number of bits.
    static func format(
        of facts: FramebufferFacts,
        options: FramebufferOptions,
        path: String,
        notes: inout [String]
    ) throws(DeviceError) -> (PixelFormat, Palette) {
        if let format = options.format {
            if case .mono(_, let whiteIsSet) = format {
                return (.mono(order: options.monoBitOrder, whiteIsSet: whiteIsSet), .none)
            }
            notes.append("the format of the settings is used")
            return (format, format == .grey8 && facts.visual == UInt32(FB_VISUAL_PSEUDOCOLOR) ? .greys : .none)
        }
        switch (facts.visual, facts.bitsPerPixel) {
        case (UInt32(FB_VISUAL_MONO01), 1):
            return (.mono(order: options.monoBitOrder, whiteIsSet: false), .none)
        case (UInt32(FB_VISUAL_MONO10), 1):
            return (.mono(order: options.monoBitOrder, whiteIsSet: true), .none)
        case (UInt32(FB_VISUAL_PSEUDOCOLOR), 8):
            return (.grey8, .greys)
        case (UInt32(FB_VISUAL_STATIC_PSEUDOCOLOR), 8) where facts.grayscale == 1:
            return (.grey8, .none)
        case (UInt32(FB_VISUAL_TRUECOLOR), 15...32), (UInt32(FB_VISUAL_DIRECTCOLOR), 16...32):
            return (try packed(facts, path: path, notes: &notes), .none)
        default:
            throw .mismatch(
                "\(path) has \(facts.bitsPerPixel) bits a pixel (visual \(facts.visual)): choose a mode of 16 or 32 bits"
            )
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
