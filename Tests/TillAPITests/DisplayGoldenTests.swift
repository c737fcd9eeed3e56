// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TillAPI

@Suite struct `Messages of customer screens and their golden JSON` {
    @Test func `screens survive both ways, and say null where nothing is known`() throws {
        let payer = DisplayResource(
            id: "payer", state: "ok", width: 128, height: 64, pixelMicrometres: 170,
            code: ShownCodeResource(
                modules: 29, modulePixels: 2, moduleMicrometres: 340, quietModules: 1.5, distanceMillimetres: 127,
                farthestMillimetres: 170),
            scan: CodeScanResource(
                result: "matches", at: WireTime(milliseconds: 1_772_355_720_000), isSample: true),
            glass: "as_sent", warnings: ["the modules of its codes are small: a phone has to come close"])
        let back = DisplayResource(
            id: "back", state: "degraded", detail: "/dev/fb1 is not there: connect it or correct the setting",
            glass: "not_compared")

        try expectGolden("displays", DisplayPage(displays: [payer, back]))
    }
}
