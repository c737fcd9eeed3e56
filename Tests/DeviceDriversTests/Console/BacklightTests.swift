// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Foundation
import Testing

@Suite struct `The light of a panel` {
    @Test func `is the only one there, or the one that is named`() throws {
        let lights = try PlayedLights()
        try lights.add("rpi_backlight", highest: 255, level: 200)

        let only = try Backlight(named: nil, sysfs: lights.sysfs)
        try lights.add("panel", highest: 7, level: 3)
        let named = try Backlight(named: "panel", sysfs: lights.sysfs)

        #expect(only.name == "rpi_backlight")
        #expect(only.highest == 255)
        #expect(only.level == 200)
        #expect(named.level == 3)
        #expect(
            throws: DeviceError.mismatch(
                "there are several lights, panel, rpi_backlight: name one in backlight")
        ) { try Backlight(named: nil, sysfs: lights.sysfs) }
    }

    @Test func `that is not there is told with those that are`() throws {
        let lights = try PlayedLights()

        let none = #expect(throws: DeviceError.self) { try Backlight(named: "panel", sysfs: lights.sysfs) }
        try lights.add("rpi_backlight", highest: 255, level: 200)
        let other = #expect(throws: DeviceError.self) { try Backlight(named: "panel", sysfs: lights.sysfs) }

        #expect(none?.description.contains("none is there") == true)
        #expect(other?.description.contains("there are rpi_backlight") == true)
        #expect(throws: DeviceError.absent("a light under /nowhere")) {
            try Backlight(named: nil, sysfs: "/nowhere")
        }
    }

    @Test(arguments: ["", "no number", "0", "-5"]) func `whose highest level makes no sense is none`(_ text: String)
        throws
    {
        let lights = try PlayedLights()
        try lights.add("panel", highest: 1, level: 1)
        try Data(text.utf8).write(to: URL(filePath: "\(lights.sysfs)/panel/max_brightness"))

        #expect(throws: DeviceError.self) { try Backlight(named: nil, sysfs: lights.sysfs) }
    }

    @Test(arguments: [
        (255, 80, 204), (255, 100, 255), (255, 1, 3), (255, 0, 0), (1, 10, 1), (7, 10, 1), (7, 80, 6), (100, 101, 100),
        (Int.max, 100, Int.max), (120_000, 33, 39_600),
    ])
    func `is never dark by rounding`(highest: Int, percent: Int, level: Int) throws {
        let lights = try PlayedLights()
        try lights.add("panel", highest: highest, level: 1)

        let light = try Backlight(named: nil, sysfs: lights.sysfs)

        #expect(light.level(percent: percent) == level)
    }

    @Test func `that was switched off is switched on when it is lit`() throws {
        let lights = try PlayedLights()
        try lights.add("panel", highest: 10, level: 5, power: 4)
        let light = try Backlight(named: nil, sysfs: lights.sysfs)

        try light.set(0)
        let dark = try lights.value("panel", "bl_power")
        try light.set(8)

        #expect(dark == 4)
        #expect(try lights.value("panel") == 8)
        #expect(try lights.value("panel", "bl_power") == 0)
    }

    @Test func `that has gone is told as gone`() throws {
        let lights = try PlayedLights()
        try lights.add("panel", highest: 10, level: 5)
        let light = try Backlight(named: nil, sysfs: lights.sysfs)

        try lights.remove("panel")

        #expect(throws: DeviceError.gone("the light panel")) { try light.set(8) }
    }
}
