// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import DeviceDrivers
import Foundation
import Raster
import Testing

@Suite struct `Finding the display` {
    @Test(arguments: [
        ("auto", DisplaySetting.automatic), ("none", .none), ("/dev/fb1", .framebuffer("/dev/fb1")),
        ("name:ili9486", .named("ili9486")), ("file:/tmp/a:b", .file("/tmp/a:b")), ("png:frames", .png("frames")),
        ("ansi:/dev/tty", .ansi("/dev/tty")), ("drm:card0", .card("/dev/dri/card0", connector: nil)),
        ("drm:1:HDMI-A-1", .card("/dev/dri/card1", connector: "HDMI-A-1")),
        ("drm:/dev/dri/by-path/pci:card", .card("/dev/dri/by-path/pci", connector: "card")),
    ])
    func `settings are read`(text: String, setting: DisplaySetting) throws {
        #expect(try DisplaySetting(text) == setting)
    }

    @Test(arguments: [
        "", "fb0", "png:", "auto:", "none:", "name:", "drm:", "drm:card", "drm:cardX", "drm:card0:", "drm:card0:a b",
        "drm:card0:DP-1:x", "drm:0000",
    ])
    func `other settings are refused`(text: String) {
        #expect(throws: DeviceError.self) { try DisplaySetting(text) }
    }

    @Test func `framebuffers are listed as the kernel names them`() throws {
        let sysfs = try TemporaryFolder()
        try Self.addFramebuffer(1, name: "fb_ili9486", to: sysfs)
        try Self.addFramebuffer(0, name: "EFI VGA", to: sysfs)
        try FileManager.default.createDirectory(
            at: sysfs.url.appending(path: "fbcon"), withIntermediateDirectories: true)

        let locator = DisplayLocator(sysfs: sysfs.url.path, cards: sysfs.url.path, devices: "/dev/none")

        #expect(
            locator.candidates.map(\.description) == [
                "/dev/none/fb0 \"EFI VGA\" 480,320 16 bits", "/dev/none/fb1 \"fb_ili9486\" 480,320 16 bits",
            ]
        )
        #expect(throws: DeviceError.absent("/dev/none/fb1")) { try locator.open(.named("ILI9486")) }
        #expect(throws: DeviceError.absent("/dev/none/fb0")) { try locator.open(.automatic) }
        #expect(throws: DeviceError.absent("a framebuffer whose name contains \"udl\"")) {
            try locator.open(.named("udl"))
        }
    }

    @Test func `a machine without framebuffers says so`() throws {
        let sysfs = try TemporaryFolder()

        #expect(throws: DeviceError.absent("a framebuffer")) {
            try DisplayLocator(sysfs: sysfs.url.path, cards: sysfs.url.path).open(.automatic)
        }
        #expect(try DisplayLocator(sysfs: sysfs.url.path, cards: sysfs.url.path).open(.none) == nil)
    }

    @Test func `a file is laid out as the description beside it says`() async throws {
        let folder = try TemporaryFolder()
        let json = #"{"width":6,"height":4,"bpp":16,"stride":16,"r":[0,5],"g":[5,6],"b":[11,5],"rotate":90}"#
        _ = try folder.file("fb.json", Array(json.utf8))
        let path = folder.url.appending(path: "fb").path

        let display = try #require(try DisplayLocator().open(.file(path)))
        try await display.show(try Surface(width: 4, height: 6, color: Color(0xFF0000)))

        let line: [UInt8] = [0x1F, 0, 0x1F, 0, 0x1F, 0, 0x1F, 0, 0x1F, 0, 0x1F, 0, 0, 0, 0, 0]
        #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == line + line + line + line)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"width":1,"height":1,"bpp":7}"#, #"{"width":0,"height":1,"bpp":16}"#,
        #"{"width":9,"height":9,"bpp":16,"stride":3}"#, #"{"width":9,"height":9,"bpp":16,"rotate":45}"#,
        #"{"width":9,"height":9,"bpp":16,"r":[15,5],"g":[0,5],"b":[5,5]}"#,
        #"{"width":9,"height":9,"bpp":16,"r":[9223372036854775807,5],"g":[0,5],"b":[5,5]}"#,
        #"{"width":9e99,"height":9,"bpp":16}"#, #"{"width":9,"height":9,"bpp":1,"visual":"x"}"#,
    ])
    func `a wrong description is refused`(json: String) {
        #expect(throws: DeviceError.self) { try FramebufferSidecar.layout(from: Array(json.utf8), path: "fb.json") }
    }

    @Test func `a file without a description is as large as the options say`() throws {
        let folder = try TemporaryFolder()
        let options = DisplayOptions(framebuffer: FramebufferOptions(rotation: .quarter), width: 30, height: 50)

        let display = try DisplayLocator().open(.file(folder.url.appending(path: "fb").path), options: options)

        #expect(display?.geometry.width == 30)
        #expect(display?.geometry.height == 50)
    }

    private static func addFramebuffer(_ number: Int, name: String, to sysfs: TemporaryFolder) throws {
        let folder = sysfs.url.appending(path: "fb\(number)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (file, text) in [("name", name), ("virtual_size", "480,320"), ("bits_per_pixel", "16")] {
            try Data("\(text)\n".utf8).write(to: folder.appending(path: file))
        }
    }
}
