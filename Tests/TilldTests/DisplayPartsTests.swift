// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Foundation
import Raster
import Testing

@testable import tilld

@Suite struct `Displays of the configuration` {
    private static func text(_ lines: String) -> String {
        Configuration.good([("device:", "    device: drm:card0:HDMI-A-1\n\(lines)")])
    }

    @Test func `say how their panels are`() throws {
        let configuration = try Configuration()
        let text = Self.text(
            """
                rotate: 270
                profile: epaper-2in9-296x128
                format: bgr565
                mono_bit_order: highest_left
                access: write
                antialias: false
                kind: epaper
                min_interval_ms: 2500
            """)

        let display = try #require(try Parts(settings: try configuration.read(text)).displays.first)

        #expect(display.setting == .card("/dev/dri/card0", connector: "HDMI-A-1"))
        #expect(display.options.profile?.id == "epaper-2in9-296x128")
        #expect(
            display.options.framebuffer
                == FramebufferOptions(
                    rotation: .threeQuarters, format: .bgr565, monoBitOrder: .leftHighest, access: .written,
                    antialias: false, kind: .epaper, leastInterval: .milliseconds(2500)))
    }

    @Test func `say nothing of what is left out or empty, and have profiles to look in`() throws {
        let configuration = try Configuration()

        let display = try #require(
            try Parts(settings: try configuration.read(Self.text("    format: \"\"\n    profile: \"\""))).displays.first
        )

        #expect(display.options.framebuffer == FramebufferOptions())
        #expect(display.options.profile == nil)
        #expect(display.options.profiles?[id: "hdmi-7-800x480"] != nil)
    }

    @Test(arguments: ["format", "mono_bit_order", "access", "antialias", "kind", "min_interval_ms", "profile"])
    func `with a word that means nothing are told with its key`(key: String) throws {
        let configuration = try Configuration()

        let faults = configuration.partFaults(Self.text("    \(key): sideways"))

        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("displays.payer.\(key): ") == true, "\(faults)")
    }
}
