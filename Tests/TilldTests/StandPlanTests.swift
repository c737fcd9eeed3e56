// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Foundation
import Testing

@testable import tilld

@Suite struct `What stands around a display` {
    private func parts(_ lines: String) throws -> Parts {
        let configuration = try Configuration()
        return try Parts(settings: try configuration.read(Configuration.good([("device:", lines)])))
    }

    @Test func `is as it usually is where nothing is said`() throws {
        let plan = try #require(try parts("    device: /dev/fb0").displays.first?.stand)

        #expect(plan.console == .automatic)
        #expect(!plan.takesConsole && plan.repeats)
        #expect(plan.light.dims && plan.light.device == nil)
        #expect(plan.light.code == 80)
        #expect(plan.light.idleAfter == nil)
    }

    @Test func `is what a person says, over what the profile does`() throws {
        let plan = try #require(
            try parts(
                """
                    device: name:DSI
                    profile: raspberry-pi-touch-7
                    console: /dev/tty7
                    take_console: yes
                    idle_dim: 2m
                    idle_light: 3
                """
            ).displays.first?.stand)

        #expect(plan.console == .terminal("/dev/tty7"))
        #expect(plan.takesConsole)
        #expect(plan.light.device == "rpi_backlight")
        #expect(plan.light.idleAfter == .seconds(120))
        // Below what can be seen on this panel.
        #expect(plan.light.idle == 5)
    }

    @Test func `is another light where a person names it, or none`() throws {
        let named = try parts("    device: auto\n    profile: raspberry-pi-touch-7\n    backlight: 10-0045")
        let none = try parts("    device: auto\n    backlight: none")
        let paper = try parts("    device: auto\n    profile: epaper-2in9-296x128")

        #expect(named.displays.first?.stand?.light.device == "10-0045")
        #expect(none.displays.first?.stand?.light == LightPlan.none)
        #expect(paper.displays.first?.stand?.light == LightPlan.none)
        #expect(paper.displays.first?.stand?.repeats == false)
    }

    @Test(arguments: ["png:screens", "file:fb", "ansi:/dev/tty", "none"])
    func `is nothing around what is no panel of this machine`(device: String) throws {
        #expect(try parts("    device: \(device)\n    console: /dev/tty1").displays.first?.stand == nil)
    }

    @Test func `is refused with the keys that are wrong`() throws {
        let configuration = try Configuration()

        let faults = configuration.partFaults(
            Configuration.good([
                ("device:", "    device: png:screens\n    console: /dev/ttyS0\n    profile: nobody-9000")
            ]))

        #expect(faults.count == 2)
        #expect(faults.contains { $0.hasPrefix("displays.payer.console: ") && $0.contains("/dev/tty63") })
        #expect(faults.contains { $0.hasPrefix("displays.payer.profile: ") && $0.contains("generic-lcd") })
    }

    @Test func `is one terminal for displays that are on one`() throws {
        let configuration = try Configuration()
        let text = Configuration.good.replacing(
            "  enabled: [payer]\n  payer:\n    device: png:screens\n",
            with: """
                  enabled: [one, two, three]
                  one:
                    device: /dev/fb0
                  two:
                    device: /dev/fb1
                    take_console: yes
                  three:
                    device: /dev/fb2
                    console: none

                """)

        let plans = try Parts(settings: try configuration.read(text)).displays.map(\.stand)
        let consoles = StandPlan.consoles(plans)

        #expect(Set(consoles.keys) == [.automatic, .none])
        #expect(consoles[.automatic]?.takesFront == true)
    }
}
