// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import DeviceProfiles

@Suite struct `Display profiles` {
    private static let head =
        "id: odd\nvendor: A\nmodel: B\ninherits: generic-lcd\nsupport: expected\nsource: somewhere\n"

    @Test func `that are shipped load, are twelve at least and name their source`() throws {
        let profiles = try Devices.allDisplays()

        let files = try FileManager.default.contentsOfDirectory(atPath: Devices.displays)
        #expect(profiles.all.count == files.count { $0.hasSuffix(".yaml") })
        #expect(profiles.all.count { $0.inherits != nil } >= 12)
        #expect(profiles.all.allSatisfy { $0.source.count > 10 && $0.support != .tested })
    }

    struct Panel: Sendable, CustomStringConvertible {
        let id: String
        let size: FontCell
        /// Hundredths of a millimetre a pixel, as in the notes' table of screens.
        let pitch: Int
        let kind: PanelKind
        var description: String { id }
    }

    private static func panel(_ id: String, _ width: Int, _ height: Int, _ pitch: Int, _ kind: PanelKind = .lcd)
        -> Panel
    {
        Panel(id: id, size: FontCell(width: width, height: height), pitch: pitch, kind: kind)
    }

    static let panels: [Panel] = [
        panel("ssd1306-128x64-ssd1307fb", 128, 64, 17, .oled), panel("ssd1306-128x64-ssd130x", 128, 64, 17, .oled),
        panel("ssd1306-128x64-fbtft", 128, 64, 17, .oled), panel("st7735-128x160", 128, 160, 22),
        panel("ili9341-320x240", 240, 320, 15), panel("st7789-240x240", 240, 240, 10),
        panel("ili9486-480x320", 320, 480, 15), panel("hdmi-5-800x480", 800, 480, 14),
        panel("hdmi-7-800x480", 800, 480, 19), panel("hdmi-7-1024x600", 1024, 600, 15),
        panel("epaper-1in54-200x200", 200, 200, 14, .epaper), panel("epaper-2in9-296x128", 128, 296, 23, .epaper),
    ]

    @Test(arguments: panels)
    func `have the pixels of the notes, and their size`(panel: Panel) throws {
        let profile = try #require(Devices.allDisplays()[id: panel.id])

        let pitch = try #require(profile.panel.pitch)

        #expect(profile.panel.size == panel.size && profile.panel.kind == panel.kind)
        #expect((pitch + 5) / 10 == panel.pitch)
    }

    @Test func `know what must not be drawn on what`() throws {
        let all = try Devices.allDisplays().all

        for profile in all where profile.panel.kind != .lcd {
            #expect(profile.pixels.hasTwoLevels && !profile.pixels.antialias, "\(profile.id)")
        }
        for profile in all where profile.panel.kind == .epaper {
            #expect(!profile.light.dims && profile.refresh.fullMs >= 1000, "\(profile.id)")
        }
        #expect(all.filter { $0.pixels.order == .mono }.map(\.id) == ["ssd1306-128x64-ssd1307fb"])
        #expect(all.allSatisfy { $0.light.codePercent >= 80 })
        #expect(all.first { $0.id == "repaper-2in71-264x176" }?.refresh.allowsCountdown == false)
    }

    @Test func `take from their base what they do not say`() throws {
        let profile = try #require(try DisplayProfiles.load("displaylink-udl", folder: Devices.displays))

        #expect(profile.inherits == "generic-lcd" && profile.pixels.antialias && profile.panel.size == nil)
        #expect(profile.memory == PanelMemory(access: .write, deferredMs: 50))
        #expect(try DisplayProfiles.load("nobody", folder: Devices.displays) == nil)
        #expect(try DisplayProfiles.ids(folder: Devices.displays).contains("generic-oled"))
    }

    @Test(arguments: [
        ("panel: { mm: [100, 60] }", "panel.mm: is stated, and the pixels are not"),
        (
            "panel: { size: [800, 480], mm: [60, 100] }",
            "panel.mm: makes pixels of 75 by 208 micrometres, which are not square"
        ),
        ("panel: { size: [8192, 4096], mm: [20, 10] }", "panel.mm: makes pixels of 2 by 2 micrometres"),
        ("panel: { size: [0, 480] }", "panel.size: has to be a list of two numbers from 32 to 8192"),
        ("panel: { mm: [1e3, 5] }", "panel.mm: has to be width and height in millimetres"),
        ("panel: { rotate: 45 }", "panel.rotate: has to be one of 0, 90, 180, 270"),
        ("panel: { kind: crt }", "panel.kind: has to be one of lcd, oled, epaper"),
        ("panel: { colour: red }", "panel.colour: is not a key of a display"),
        ("pixels: { two_levels: true }", "pixels.antialias: has to be false where a pixel is on or off"),
        ("pixels: { format: mono }", "pixels.two_levels: has to be true where a pixel is one bit"),
        ("pixels: { format: yuv }", "pixels.format: has to be one of auto, rgb565"),
        ("match: { fb: [\"*\"] }", "match.fb: may have a star at the end of a name"),
        ("match: { fb: [\"a*b\"] }", "match.fb: may have a star at the end of a name"),
        ("refresh: { full_every: 3 }", "refresh.full_ms: and full_every have to be 0 on anything but electronic paper"),
        ("light: { floor_percent: 90 }", "light.code_percent: is less than light.floor_percent"),
        ("light: { code_percent: 10 }", "light.code_percent: has to be a whole number from 50 to 100"),
        ("light: { dims: false, device: x }", "light.device: is named, and the light cannot be turned down"),
        ("memory: { deferred_ms: -1 }", "memory.deferred_ms: has to be a whole number from 0 to 5000"),
    ])
    func `that make no sense are told why`(keys: String, problem: String) throws {
        let base = try Devices.text("Displays/generic-lcd.yaml")

        let problems = Devices.problems(displays: ["generic-lcd.yaml": base, "odd.yaml": Self.head + keys])

        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("odd.yaml: \(problem)") == true, "\(problems)")
    }

    @Test(arguments: [
        ("full_ms: 2000", "full_ms: 0", "refresh.full_ms: and full_every have to be stated"),
        ("min_interval_ms: 1000", "min_interval_ms: 10", "refresh.min_interval_ms: has to be at least 300"),
        ("dims: false", "dims: true", "light.dims: has to be false on electronic paper"),
    ])
    func `of electronic paper are slow and dark`(old: String, new: String, problem: String) throws {
        let text = try Devices.text("Displays/generic-epaper.yaml").replacing(old, with: new)

        let problems = Devices.problems(displays: ["generic-epaper.yaml": text])

        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("generic-epaper.yaml: \(problem)") == true, "\(problems)")
    }

    @Test func `are not read as printers, nor printers as displays`() throws {
        let display = try Devices.text("Displays/generic-lcd.yaml")
        let printer = try Devices.text("Printers/generic-80.yaml")

        #expect(
            Devices.problems(printers: ["generic-lcd.yaml": display]).contains {
                $0.hasPrefix("generic-lcd.yaml: panel: is not a key of a printer")
            })
        #expect(
            Devices.problems(displays: ["generic-80.yaml": printer]).contains {
                $0.hasPrefix("generic-80.yaml: print: is not a key of a display")
            })
    }
}
