// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import DeviceDrivers

@Suite struct `Framebuffer display` {
    static let formats: [PixelFormat] = [
        .xrgb8888, .xbgr8888, .rgb888, .bgr888, .rgb565, .bgr565, .rgb555, .grey8,
        .mono(order: .leftLowest, whiteIsSet: true), .mono(order: .leftHighest, whiteIsSet: false),
        .packed(
            bits: 32,
            red: .init(offset: 20, length: 10),
            green: .init(offset: 10, length: 10),
            blue: .init(offset: 0, length: 10),
            alpha: .init(offset: 30, length: 2)
        ),
    ]

    @Test(arguments: formats, Rotation.allCases)
    func `a code is read by ZBar from every format and turn, with padded lines`(
        format: PixelFormat,
        rotation: Rotation
    ) async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "fb").path
        let layout = try PixelLayout(
            width: 163,
            height: 121,
            format: format,
            stride: format.bytes(for: 163) + 37,
            rotation: rotation
        )
        let surface = try Self.picture(layout, text: "turned \(rotation.rawValue)")

        let display = try FramebufferDisplay(file: path, layout: layout)
        try await display.show(surface)

        let reader = PaneReader(bytes: [UInt8](try Data(contentsOf: URL(filePath: path))), layout: layout)
        let file = try folder.file("pane.ppm", reader.ppm)
        #expect(try ForeignTool.codes(in: file) == ["turned \(rotation.rawValue)"])
    }

    @Test(arguments: [PixelFormat.xrgb8888, .bgr888, .rgb565], Rotation.allCases)
    func `colours and places come back`(format: PixelFormat, rotation: Rotation) async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "fb").path
        let layout = try PixelLayout(width: 31, height: 17, format: format, rotation: rotation)
        var surface = try Surface(width: layout.pictureWidth, height: layout.pictureHeight)
        let colors: [UInt32] = [0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0x000000, 0xFF00FF]
        for y in 0..<surface.height {
            for x in 0..<surface.width {
                surface.fill(PixelRect(x: x, y: y, width: 1, height: 1), with: Color(colors[(x * 7 + y * 3) % 6]))
            }
        }

        let display = try FramebufferDisplay(file: path, layout: layout)
        try await display.show(surface)

        let reader = PaneReader(bytes: [UInt8](try Data(contentsOf: URL(filePath: path))), layout: layout)
        for y in 0..<surface.height {
            for x in 0..<surface.width {
                let (red, green, blue) = reader.pixel(x, y)
                #expect(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) == surface[x, y])
            }
        }
    }

    @Test func `rows land a stride apart and the padding is left alone`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("fb", [UInt8](repeating: 0xAA, count: 24))
        var surface = try Surface(width: 2, height: 2)
        for (index, color) in [0x010203, 0x040506, 0x070809, 0x0A0B0C].enumerated() {
            surface.fill(PixelRect(x: index % 2, y: index / 2, width: 1, height: 1), with: Color(UInt32(color)))
        }

        let layout = try PixelLayout(width: 2, height: 2, format: .xrgb8888, stride: 12)
        let display = try FramebufferDisplay(file: file.path, layout: layout)
        try await display.show(surface)

        #expect(
            try [UInt8](Data(contentsOf: file)) == [
                3, 2, 1, 0, 6, 5, 4, 0, 0xAA, 0xAA, 0xAA, 0xAA, 9, 8, 7, 0, 12, 11, 10, 0, 0xAA, 0xAA, 0xAA, 0xAA,
            ]
        )
    }

    @Test func `an unchanged picture sends nothing and a changed one sends its changed stretch`() async throws {
        let folder = try TemporaryFolder()
        let layout = try PixelLayout(width: 200, height: 100, format: .rgb565)
        let display = try FramebufferDisplay(file: folder.url.appending(path: "fb").path, layout: layout)
        var surface = try Surface(width: 200, height: 100)

        try await display.show(surface, label: "code")
        let whole = await display.bytesSent
        try await display.show(surface, label: "code")
        let again = await display.bytesSent
        surface.fill(PixelRect(x: 50, y: 10, width: 20, height: 3), with: .black)
        try await display.show(surface, label: "code")
        let changed = await display.bytesSent

        #expect(whole == 200 * 100 * 2)
        #expect(again == whole)
        #expect(changed - again == 3 * 20 * 2)
    }

    @Test func `a new kind of picture and distrust send everything`() async throws {
        let folder = try TemporaryFolder()
        let layout = try PixelLayout(width: 20, height: 10, format: .xrgb8888)
        let display = try FramebufferDisplay(file: folder.url.appending(path: "fb").path, layout: layout)
        let surface = try Surface(width: 20, height: 10)

        try await display.show(surface, label: "code")
        try await display.show(surface, label: "paid")
        let relabelled = await display.bytesSent
        await display.distrust()
        try await display.show(surface, label: "paid")
        let distrusted = await display.bytesSent

        #expect(relabelled == 2 * 800)
        #expect(distrusted == 3 * 800)
    }

    @Test func `pictures of another size and pictures after the end are refused`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "fb").path
        let display = try FramebufferDisplay(file: path, layout: PixelLayout(width: 20, height: 10, format: .rgb565))
        let wrong = try Surface(width: 10, height: 20)
        let right = try Surface(width: 20, height: 10)

        await #expect(throws: DeviceError.self) { try await display.show(wrong) }
        await display.close()

        await #expect(throws: DeviceError.gone(path)) { try await display.show(right) }
        #expect(await display.poll() == .gone)
    }

    @Test func `another file under the same name is noticed and opened again`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "fb")
        let layout = try PixelLayout(width: 4, height: 2, format: .rgb565)
        let display = try FramebufferDisplay(file: file.path, layout: layout)
        let surface = try Surface(width: 4, height: 2)
        try await display.show(surface)

        #expect(await display.poll() == .ok)
        try Data(count: 16).write(to: folder.url.appending(path: "other"))
        try FileManager.default.removeItem(at: file)
        #expect(await display.poll() == .gone)
        try FileManager.default.moveItem(at: folder.url.appending(path: "other"), to: file)
        #expect(await display.poll() == .changed)
        try await display.reopen()
        try await display.show(surface)

        #expect(try Data(contentsOf: file) == Data(repeating: 0xFF, count: 16))
        #expect(await display.poll() == .ok)
    }

    @Test func `devices that are missing or something else are told apart`() {
        #expect(throws: DeviceError.absent("/dev/no-such-fb")) { try FramebufferDisplay(device: "/dev/no-such-fb") }
        #expect(throws: DeviceError.mismatch("/dev/null is no framebuffer: correct the display's device")) {
            try FramebufferDisplay(device: "/dev/null")
        }
    }

    /// A picture with a code, on a coloured ground that is dark enough for every format.
    private static func picture(_ layout: PixelLayout, text: String) throws -> Surface {
        var surface = try Surface(width: layout.pictureWidth, height: layout.pictureHeight, color: Color(0x102030))
        try surface.draw(QRMatrix(text: text), in: surface.bounds)
        return surface
    }
}
