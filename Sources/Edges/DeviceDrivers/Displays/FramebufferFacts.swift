// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc

/// Holds what the kernel says about a framebuffer.
///
/// Source: Linux `include/uapi/linux/fb.h`, `struct fb_var_screeninfo` and `struct fb_fix_screeninfo`.
struct FramebufferFacts: Hashable, Sendable {
    /// Bits of one colour.
    struct Field: Hashable, Sendable {
        var offset: UInt32 = 0
        var length: UInt32 = 0
        var isReversed = false

        init(offset: UInt32 = 0, length: UInt32 = 0, isReversed: Bool = false) {
            self.offset = offset
            self.length = length
            self.isReversed = isReversed
        }

        init(_ field: fb_bitfield) {
            self.init(offset: field.offset, length: field.length, isReversed: field.msb_right != 0)
        }
    }

    var name = ""
    var width: UInt32 = 0
    var height: UInt32 = 0
    var virtualWidth: UInt32 = 0
    var xOffset: UInt32 = 0
    var yOffset: UInt32 = 0
    var bitsPerPixel: UInt32 = 0
    var grayscale: UInt32 = 0
    var red = Field()
    var green = Field()
    var blue = Field()
    var alpha = Field()
    var nonstandard: UInt32 = 0
    var widthMM: UInt32 = 0
    var heightMM: UInt32 = 0
    var type: UInt32 = 0
    var visual: UInt32 = UInt32(FB_VISUAL_TRUECOLOR)
    var lineLength: UInt32 = 0
    var memoryStart: UInt = 0
    var memoryLength: UInt32 = 0
}

extension FramebufferFacts {
    /// Asks the kernel.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` if the descriptor is no framebuffer, and
    ///   ``DeviceError/gone(_:)`` if it was one.
    static func read(
        from descriptor: Int32, path: String, calls: any DeviceCalls = KernelCalls()
    ) throws(DeviceError) -> FramebufferFacts {
        var variable = fb_var_screeninfo()
        var fixed = fb_fix_screeninfo()
        var answer = calls.ask(descriptor, UInt(FBIOGET_VSCREENINFO), &variable)
        if answer == 0 { answer = calls.ask(descriptor, UInt(FBIOGET_FSCREENINFO), &fixed) }
        guard answer == 0 else {
            if answer == -ENODEV || answer == -ENXIO { throw .gone(path) }
            throw .mismatch("\(path) is no framebuffer: correct the display's device")
        }

        var facts = FramebufferFacts()
        facts.name = withUnsafeBytes(of: fixed.id) { id in
            String(decoding: id.prefix { $0 != 0 }, as: UTF8.self)
        }
        facts.width = variable.xres
        facts.height = variable.yres
        facts.virtualWidth = variable.xres_virtual
        facts.xOffset = variable.xoffset
        facts.yOffset = variable.yoffset
        facts.bitsPerPixel = variable.bits_per_pixel
        facts.grayscale = variable.grayscale
        facts.red = Field(variable.red)
        facts.green = Field(variable.green)
        facts.blue = Field(variable.blue)
        facts.alpha = Field(variable.transp)
        facts.nonstandard = variable.nonstd
        facts.widthMM = variable.width
        facts.heightMM = variable.height
        facts.type = fixed.type
        facts.visual = fixed.visual
        facts.lineLength = fixed.line_length
        facts.memoryStart = UInt(fixed.smem_start)
        facts.memoryLength = fixed.smem_len
        return facts
    }
}
