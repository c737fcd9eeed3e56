// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Foundation
import Testing

@Suite struct `Lighting a panel` {
    private let lights: PlayedLights

    init() throws {
        lights = try PlayedLights()
        try lights.add("panel", highest: 200, level: 100)
    }

    private func lighting(idleAfter: Duration? = .seconds(60), idle: Int? = nil) -> PanelLighting {
        PanelLighting(LightPlan(idleAfter: idleAfter, idle: idle), sysfs: lights.sysfs)
    }

    @Test func `gives a code at least eighty percent, and takes it back after`() throws {
        var lighting = lighting()

        lighting.use(.awake, at: .zero)
        let before = try lights.value("panel")
        lighting.use(.code, at: .seconds(1))
        let code = try lights.value("panel")
        lighting.use(.awake, at: .seconds(2))
        let after = try lights.value("panel")

        #expect(before == 100)
        #expect(code == 160)
        #expect(after == 100)
        #expect(lighting.trouble == nil)
    }

    @Test func `makes nothing darker for a code`() throws {
        try lights.set("panel", "brightness", 190)
        var lighting = lighting()

        lighting.use(.code, at: .zero)

        #expect(try lights.value("panel") == 190)
    }

    @Test func `turns it down when nothing has gone on for long enough`() throws {
        var lighting = lighting()
        lighting.use(.idle, at: .seconds(100))

        lighting.look(at: .seconds(159))
        lighting.use(.idle, at: .seconds(159))
        let early = try lights.value("panel")
        lighting.look(at: .seconds(160))
        let dim = try lights.value("panel")
        lighting.use(.idle, at: .seconds(161))
        let still = try lights.value("panel")
        lighting.use(.awake, at: .seconds(162))
        let awake = try lights.value("panel")
        lighting.look(at: .seconds(900))

        #expect(early == 100)
        #expect(dim == 20)
        #expect(still == 20)
        #expect(awake == 100)
        #expect(try lights.value("panel") == 100)
    }

    @Test func `is never turned down without a time, nor brightened by turning it down`() throws {
        try lights.set("panel", "brightness", 50)
        var never = lighting(idleAfter: nil)
        var brighter = lighting(idle: 24)

        never.use(.idle, at: .zero)
        never.look(at: .seconds(100_000))
        let same = try lights.value("panel")
        brighter.use(.idle, at: .zero)
        brighter.look(at: .seconds(60))

        #expect(same == 50)
        #expect(try lights.value("panel") == 48)
    }

    @Test(arguments: [(nil, 20), (5, 20), (30, 60), (0, 0)])
    func `is dark only where a person asked for it`(idle: Int?, level: Int) throws {
        var lighting = lighting(idle: idle)

        lighting.use(.idle, at: .zero)
        lighting.look(at: .seconds(60))
        let dim = try lights.value("panel")
        lighting.use(.code, at: .seconds(61))

        #expect(dim == level)
        #expect(try lights.value("panel") == 160)
    }

    @Test func `is given back as it was found`() throws {
        var lighting = lighting(idle: 0)
        lighting.use(.idle, at: .zero)
        lighting.look(at: .seconds(60))

        lighting.restore()
        lighting.restore()
        lighting.look(at: .seconds(600))

        #expect(try lights.value("panel") == 100)
    }

    @Test func `what a dead process left turned down is not taken for how it was`() throws {
        try lights.set("panel", "brightness", 20)
        var lighting = lighting()

        lighting.use(.awake, at: .zero)
        lighting.restore()

        #expect(try lights.value("panel") == 160)
    }

    @Test func `goes by the panel's profile`() throws {
        let profiles = try DisplayProfiles(texts: [
            "base.yaml": """
            id: base
            vendor: Any
            model: a panel
            support: expected
            source: a test
            panel: { kind: lcd, rotate: 0 }
            pixels: { format: auto, mono_bit_order: lowest_left, two_levels: false, antialias: true }
            memory: { access: mmap, deferred_ms: 0 }
            refresh: { min_interval_ms: 0, full_ms: 0, full_every: 0 }
            light: { dims: true, device: panel, floor_percent: 33, code_percent: 95 }
            """
        ])
        try lights.add("another", highest: 9, level: 9)
        let panel = try #require(profiles[id: "base"]?.light)
        var lighting = PanelLighting(LightPlan(panel: panel, idleAfter: .seconds(60)), sysfs: lights.sysfs)

        lighting.use(.code, at: .zero)
        let code = try lights.value("panel")
        lighting.use(.idle, at: .zero)
        lighting.look(at: .seconds(60))

        #expect(code == 190)
        #expect(try lights.value("panel") == 66)
        #expect(try lights.value("another") == 9)
    }

    @Test func `says what is wrong until it is right, and stays as it is`() throws {
        try lights.add("another", highest: 9, level: 9)
        var lighting = lighting()

        lighting.use(.code, at: .zero)
        let several = lighting.trouble
        try lights.remove("another")
        lighting.use(.code, at: .zero)

        #expect(several?.description.contains("another, panel") == true)
        #expect(lighting.trouble == nil)
        #expect(try lights.value("panel") == 160)
    }

    @Test func `says nothing of screens that have a light of their own`() throws {
        try lights.remove("panel")
        var automatic = lighting()
        var named = PanelLighting(LightPlan(device: "panel"), sysfs: lights.sysfs)

        automatic.use(.code, at: .zero)
        named.use(.code, at: .zero)

        #expect(automatic.trouble == nil)
        #expect(named.trouble != nil)
    }

    @Test func `goes on with a light that comes back`() throws {
        var lighting = lighting()
        lighting.use(.awake, at: .zero)
        try lights.remove("panel")

        lighting.use(.code, at: .zero)
        let gone = lighting.trouble
        try lights.add("panel", highest: 10, level: 9)
        lighting.use(.code, at: .zero)

        #expect(gone == .gone("the light panel"))
        #expect(lighting.trouble == nil)
        #expect(try lights.value("panel") == 9)
    }

    @Test func `leaves it alone where that is wanted`() throws {
        var lighting = PanelLighting(.none, sysfs: lights.sysfs)

        lighting.use(.code, at: .zero)
        lighting.restore()

        #expect(try lights.value("panel") == 100)
    }

    @Test(arguments: [("code", PanelUse.code), ("idle", .idle), ("paid", .awake), ("", .awake)])
    func `is told what for by the word of a picture`(label: String, use: PanelUse) {
        #expect(PanelUse(label: label) == use)
    }
}
