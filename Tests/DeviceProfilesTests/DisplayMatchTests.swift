// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DeviceProfiles

@Suite struct `A display that the kernel shows` {
    private let all: DisplayProfiles

    init() throws { all = try Devices.allDisplays() }

    struct Seen: Sendable, CustomStringConvertible {
        let id: String?
        let facts: DisplayFacts

        init(_ id: String?, _ facts: DisplayFacts) {
            self.id = id
            self.facts = facts
        }

        var description: String { "\(id ?? "nobody"): \(facts)" }
    }

    static let seen: [Seen] = [
        Seen("qemu-bochs", DisplayFacts(framebuffer: "bochs-drmdrmfb", width: 1280, height: 800)),
        Seen("qemu-virtio", DisplayFacts(framebuffer: "virtio_gpudrmfb", width: 1024, height: 768)),
        Seen("qemu-cirrus", DisplayFacts(framebuffer: "cirrusdrmfb", width: 1024, height: 768)),
        Seen("firmware-framebuffer", DisplayFacts(framebuffer: "VESA VGA", width: 800, height: 600)),
        Seen("firmware-framebuffer", DisplayFacts(framebuffer: "simple", width: 800, height: 480)),
        Seen("linux-vfb", DisplayFacts(framebuffer: "Virtual FB", driver: "vfb", width: 640, height: 480)),
        Seen("displaylink-udl", DisplayFacts(framebuffer: "udldrmfb", width: 1920, height: 1080)),
        Seen(
            "ssd1306-128x64-ssd1307fb",
            DisplayFacts(framebuffer: "Solomon SSD1307", driver: "ssd1307fb", width: 128, height: 64)),
        Seen("ssd1306-128x64-fbtft", DisplayFacts(framebuffer: "fb_ssd1306", width: 128, height: 64)),
        Seen("ssd1306-128x64-ssd130x", DisplayFacts(driver: "ssd130x-i2c", width: 128, height: 64)),
        Seen("ili9341-320x240", DisplayFacts(framebuffer: "fb_ili9341", width: 320, height: 240)),
        Seen("ili9341-320x240", DisplayFacts(framebuffer: "fb_ili9341", width: 240, height: 320)),
        Seen("ili9341-2in8-320x240", DisplayFacts(driver: "mi0283qt", width: 320, height: 240)),
        Seen("st7789-240x240", DisplayFacts(framebuffer: "fb_st7789v", width: 240, height: 240)),
        Seen("st7789-240x320", DisplayFacts(framebuffer: "fb_st7789v", width: 320, height: 240)),
        Seen("st7735-128x160", DisplayFacts(compatible: ["jianda,jd-t18003-t01"], width: 160, height: 128)),
        Seen(
            "ili9486-480x320",
            DisplayFacts(framebuffer: "fb_ili9486", compatible: ["waveshare,rpi-lcd-35"], width: 480, height: 320)),
        Seen(
            "raspberry-pi-touch-7", DisplayFacts(framebuffer: "vc4drmfb", connector: "DSI-1", width: 800, height: 480)),
        Seen("hdmi-7-1024x600", DisplayFacts(connector: "HDMI-A-1", width: 1024, height: 600)),
        Seen(
            "hdmi-7-800x480", DisplayFacts(connector: "HDMI-A-2", width: 800, height: 480, widthMm: 155, heightMm: 86)),
        Seen(
            "hdmi-5-800x480", DisplayFacts(connector: "HDMI-A-1", width: 800, height: 480, widthMm: 108, heightMm: 65)),
        Seen(
            "monitor-1920x1080", DisplayFacts(connector: "DP-3", width: 1920, height: 1080, widthMm: 598, heightMm: 336)
        ),
        Seen("repaper-2in71-264x176", DisplayFacts(framebuffer: "repaperdrmfb", width: 264, height: 176)),
        // Two panels of these pixels are sold, and this one does not say how long it is.
        Seen(nil, DisplayFacts(connector: "HDMI-A-1", width: 800, height: 480)),
        Seen(nil, DisplayFacts(connector: "HDMI-A-1", width: 800, height: 480, widthMm: 0, heightMm: -1)),
        Seen(nil, DisplayFacts(connector: "HDMI-A-1", width: 1366, height: 768)),
        Seen(nil, DisplayFacts(framebuffer: "fb_ili9341", width: 800, height: 480)),
        Seen(nil, DisplayFacts(framebuffer: "fb_ili9341x", width: 320, height: 240)),
        Seen(nil, DisplayFacts(connector: "HDMI-AX", width: 1024, height: 600)),
        Seen(nil, DisplayFacts(width: 128, height: 64)),
        // The name says one panel, the driver another.
        Seen(nil, DisplayFacts(framebuffer: "fb_ssd1306", driver: "fb_st7735r", width: 128, height: 64)),
    ]

    @Test(arguments: seen)
    func `has the profile that all facts agree on, or none`(seen: Seen) {
        #expect(all.profile(for: seen.facts)?.id == seen.id)
    }

    @Test func `may be one of several, and then a person has to say`() {
        let facts = DisplayFacts(connector: "HDMI-A-1", width: 800, height: 480)

        #expect(all.candidates(for: facts).map(\.id) == ["hdmi-5-800x480", "hdmi-7-800x480"])
    }

    @Test func `is known by the beginning of its name where the profile ends in a star`() throws {
        let text = try Devices.text("Displays/generic-lcd.yaml") + "\nmatch: { fb: [\"msm*\"] }\n"
        let profiles = try DisplayProfiles(texts: ["generic-lcd.yaml": text])

        #expect(profiles.profile(for: DisplayFacts(framebuffer: "msmdrmfb", width: 9, height: 9)) != nil)
        #expect(profiles.profile(for: DisplayFacts(framebuffer: "ms", width: 9, height: 9)) == nil)
    }
}
