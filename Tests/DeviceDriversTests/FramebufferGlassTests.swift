// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import DeviceDrivers

@Suite struct `Reading a framebuffer back` {
    /// A display of 64x32 pixels on a file, with a picture on it.
    private struct Shown {
        let display: FramebufferDisplay
        let surface: Surface
        let file: URL
        let layout: PixelLayout
        /// It is gone with the last of its users.
        let folder: TemporaryFolder

        init(in folder: TemporaryFolder, _ format: PixelFormat = .xrgb8888, _ rotation: Rotation = .none) async throws {
            self.folder = folder
            file = folder.url.appending(path: "fb")
            layout = try PixelLayout(
                width: 64, height: 32, format: format, stride: format.bytes(for: 64) + 12, rotation: rotation)
            display = try FramebufferDisplay(file: file.path, layout: layout)
            var surface = try Surface(width: layout.pictureWidth, height: layout.pictureHeight)
            surface.fill(PixelRect(x: 5, y: 3, width: 9, height: 11), with: .black)
            self.surface = surface
            try await display.show(surface, label: "code")
        }

        /// Changes a byte of the device behind the display's back.
        func set(_ byte: UInt8, line: Int, at offset: Int) throws {
            let handle = try FileHandle(forWritingTo: file)
            try handle.seek(toOffset: UInt64(line * layout.stride + offset))
            try handle.write(contentsOf: [byte])
            try handle.close()
        }

        func compare(_ sample: LineSample = .all) async -> GlassComparison {
            await display.compare(surface.bounds, sample)
        }
    }

    @Test(
        arguments: [PixelFormat.xrgb8888, .bgr888, .rgb565, .grey8, .mono(order: .leftLowest, whiteIsSet: true)],
        Rotation.allCases)
    func `it has what it was sent, and looks as it was drawn`(format: PixelFormat, rotation: Rotation) async throws {
        let shown = try await Shown(in: TemporaryFolder(), format, rotation)

        #expect(await shown.compare() == .asSent)
        #expect(await shown.display.readBack() == Luminance(shown.surface))
        #expect(await shown.display.appearance(of: shown.surface) == Luminance(shown.surface))
    }

    @Test(arguments: Rotation.allCases)
    func `what others drew is seen where it is looked for`(rotation: Rotation) async throws {
        let shown = try await Shown(in: TemporaryFolder(), .grey8, rotation)
        let black = PixelRect(x: 5, y: 3, width: 9, height: 11)
        let other = PixelRect(x: 20, y: 20, width: 4, height: 4)
        let line = try #require(shown.layout.lines(of: other).first { !shown.layout.lines(of: black).contains($0) })
        try shown.set(0, line: line, at: 40)

        #expect(await shown.compare() == .differs)
        #expect(await shown.compare(LineSample(first: line % 8, step: 8)) == .differs)
        #expect(await shown.compare(LineSample(first: (line + 1) % 8, step: 8)) == .asSent)
        #expect(await shown.display.compare(black, .all) == .asSent)
        #expect(await shown.display.readBack() != Luminance(shown.surface))
    }

    @Test func `bits that mean no colour, and what is rounded, are no difference`() async throws {
        let shown = try await Shown(in: TemporaryFolder())
        for x in 0..<64 { try shown.set(0xFF, line: 4, at: 4 * x + 3) }
        try shown.set(0xF0, line: 0, at: 4)

        #expect(await shown.compare() == .asSent)
    }

    @Test func `padding is nobody's`() async throws {
        let shown = try await Shown(in: TemporaryFolder())
        try shown.set(0x55, line: 4, at: 64 * 4 + 3)

        #expect(await shown.compare() == .asSent)
    }

    @Test func `nobody knows before anything was sent, after the end, and of a file that is too short`() async throws {
        let folder = try TemporaryFolder()
        let shown = try await Shown(in: folder)
        let layout = try PixelLayout(width: 8, height: 8, format: .grey8)
        let fresh = try FramebufferDisplay(file: folder.url.appending(path: "other").path, layout: layout)

        #expect(await fresh.compare(PixelRect(x: 0, y: 0, width: 8, height: 8), .all) == .unreadable)
        truncate(shown.file.path, 100)
        #expect(await shown.compare() == .unreadable)
        #expect(await shown.display.readBack() == nil)
        await shown.display.close()
        #expect(await shown.compare() == .unreadable)
    }

    @Test func `a display that cannot be read says so`() async throws {
        let display: any DisplayDriver = MemoryDisplay(geometry: DisplayGeometry(width: 8, height: 8))
        let surface = try Surface(width: 8, height: 8)
        try await display.show(surface)

        #expect(await display.compare(surface.bounds, .all) == .unreadable)
        #expect(await display.readBack() == nil)
        #expect(await display.appearance(of: surface) == Luminance(surface))
    }

    @Test(arguments: [(9, 8, 1, 8), (-3, 8, 0, 8), (5, 0, 0, 1)])
    func `samples of lines make sense whatever is asked for`(first: Int, step: Int, became: Int, by: Int) {
        let sample = LineSample(first: first, step: step)

        #expect(sample.first == became && sample.step == by)
    }
}
