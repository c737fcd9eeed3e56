// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster
import Testing

@testable import DeviceDrivers

@Suite struct `Framebuffer facts` {
    @Test func `bit fields are believed before the number of bits`() throws {
        var facts = Self.rgb565
        facts.green = .init(offset: 5, length: 5)
        facts.red = .init(offset: 10, length: 5)

        let plan = try Self.plan(facts)

        #expect(plan.layout.format == .rgb555)
        #expect(plan.layout.stride == 960)
        #expect(plan.notes == [])
    }

    @Test func `lines with room for 32 bits are believed before a driver that says 16`() throws {
        var facts = Self.rgb565
        facts.lineLength = 480 * 4
        facts.memoryLength = 480 * 4 * 320

        let plan = try Self.plan(facts)

        #expect(plan.layout.format == .xrgb8888)
        #expect(plan.notes.count == 1)
    }

    @Test(arguments: [(16, .rgb565), (24, .rgb888), (32, .xrgb8888)] as [(UInt32, PixelFormat)])
    func `a driver without bit fields gets the usual ones`(bits: UInt32, format: PixelFormat) throws {
        var facts = FramebufferFacts()
        facts.width = 100
        facts.height = 50
        facts.virtualWidth = 100
        facts.bitsPerPixel = bits
        facts.lineLength = 100 * bits / 8

        let plan = try Self.plan(facts)

        #expect(plan.layout.format == format)
        #expect(plan.notes.count == 1)
    }

    @Test func `an alpha channel is filled, since zero would be a black screen`() throws {
        var facts = Self.rgb565
        facts.bitsPerPixel = 32
        facts.red = .init(offset: 16, length: 8)
        facts.green = .init(offset: 8, length: 8)
        facts.blue = .init(offset: 0, length: 8)
        facts.alpha = .init(offset: 24, length: 8)
        facts.lineLength = 1920
        facts.memoryLength = 1920 * 320

        let layout = try Self.plan(facts).layout
        var line = [UInt8](repeating: 0, count: layout.lineBytes)
        layout.makeLine(0, of: try Surface(width: 480, height: 320, color: Color(0x102030)), into: &line)

        #expect(line.prefix(4) == [0x30, 0x20, 0x10, 0xFF])
    }

    @Test(arguments: [(FB_VISUAL_MONO01, false), (FB_VISUAL_MONO10, true)] as [(Int32, Bool)])
    func `one bit a pixel is white or black as the driver says`(visual: Int32, whiteIsSet: Bool) throws {
        var facts = Self.mono
        facts.visual = UInt32(visual)

        let plan = try Self.plan(facts)

        #expect(plan.layout.format == .mono(order: .leftLowest, whiteIsSet: whiteIsSet))
        #expect(plan.geometry.isMono)
        #expect(!plan.geometry.antialias)
    }

    @Test func `eight bits become greys with a palette of their own`() throws {
        var facts = Self.rgb565
        facts.bitsPerPixel = 8
        facts.visual = UInt32(FB_VISUAL_PSEUDOCOLOR)

        let plan = try Self.plan(facts)

        #expect(plan.layout.format == .grey8)
        #expect(plan.palette == .greys)
    }

    @Test func `the picture starts where the driver shows it`() throws {
        var facts = Self.rgb565
        facts.yOffset = 320
        facts.xOffset = 8
        facts.virtualWidth = 488
        facts.lineLength = 1024
        facts.memoryLength = 1024 * 640

        #expect(try Self.plan(facts).origin == 320 * 1024 + 16)
    }

    @Test func `a turned panel has its sides and its millimetres turned`() throws {
        var facts = Self.rgb565
        facts.widthMM = 73
        facts.heightMM = 49

        let geometry = try Self.plan(facts, FramebufferOptions(rotation: .quarter)).geometry

        #expect(geometry.width == 320)
        #expect(geometry.height == 480)
        #expect(geometry.widthMM == 49)
        #expect(geometry.heightMM == 73)
    }

    @Test(arguments: [0, UInt32.max])
    func `unknown millimetres stay unknown`(millimetres: UInt32) throws {
        var facts = Self.rgb565
        facts.widthMM = millimetres

        #expect(try Self.plan(facts).geometry.pitch == nil)
    }

    @Test func `a format of the settings wins`() throws {
        let plan = try Self.plan(Self.rgb565, FramebufferOptions(format: .bgr565))

        #expect(plan.layout.format == .bgr565)
    }

    static let refusals: [@Sendable (inout FramebufferFacts) -> Void] = [
        { $0.type = 1 },
        { $0.visual = UInt32(FB_VISUAL_FOURCC) },
        { $0.grayscale = 0x5659_5559 },
        { $0.width = 0 },
        { $0.height = 0 },
        { $0.width = .max },
        { $0.lineLength = 959 },
        { $0.memoryLength = 960 * 320 - 1 },
        { $0.bitsPerPixel = 4 },
        { $0.bitsPerPixel = 64 },
        { $0.red = .init(offset: 30, length: 8) },
        { $0.green = .init(offset: .max, length: .max) },
        { $0.blue = .init() },
    ]

    @Test(arguments: refusals.indices)
    func `what cannot take pictures is refused`(index: Int) throws {
        var facts = Self.rgb565

        Self.refusals[index](&facts)

        #expect(throws: DeviceError.self) { try Self.plan(facts) }
    }

    static var rgb565: FramebufferFacts {
        var facts = FramebufferFacts()
        facts.name = "fb_ili9486"
        facts.width = 480
        facts.height = 320
        facts.virtualWidth = 480
        facts.bitsPerPixel = 16
        facts.red = .init(offset: 11, length: 5)
        facts.green = .init(offset: 5, length: 6)
        facts.blue = .init(offset: 0, length: 5)
        facts.lineLength = 960
        facts.memoryLength = 960 * 320
        return facts
    }

    static var mono: FramebufferFacts {
        var facts = FramebufferFacts()
        facts.name = "Solomon SSD1307"
        facts.width = 128
        facts.height = 64
        facts.virtualWidth = 128
        facts.bitsPerPixel = 1
        facts.lineLength = 16
        facts.memoryLength = 1024
        return facts
    }

    private static func plan(
        _ facts: FramebufferFacts,
        _ options: FramebufferOptions = FramebufferOptions()
    ) throws(DeviceError) -> FramebufferPlan {
        try FramebufferPlan(facts, options: options, path: "/dev/fb0")
    }
}
