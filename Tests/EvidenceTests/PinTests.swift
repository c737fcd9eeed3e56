// SPDX-License-Identifier: Apache-2.0

import JournalChain
import Testing

@Suite struct `A head that was kept` {
    private static let hex = String(repeating: "9f86d081884c7d65", count: 4)

    @Test(arguments: [
        ("7:\(hex)", nil, 32), ("E1-7:\(hex)", "E1", 32), ("E1-7:\(hex) 2026-03-01T09:00:00.000Z", "E1", 32),
        ("  E1-7:9f86d081884c7d65\n", "E1", 8), ("7:9F86D081884C7D65", nil, 8),
    ])
    func `is read from what people keep`(line: String, epoch: String?, bytes: Int) throws {
        let pin = try #require(JournalPin(line))

        #expect(pin.epoch == epoch)
        #expect(pin.seq == 7)
        #expect(pin.chain.count == bytes)
        #expect(JournalPin(pin.text) == pin)
    }

    @Test(arguments: [
        "", " ", "7", "7:", ":9f86d081884c7d65", "0:9f86d081884c7d65", "-7:9f86d081884c7d65", "+7:9f86d081884c7d65",
        "7:9f86d081884c7d", "7:9f86d081884c7d6", "7:9f86d081884c7dxx", "a-b-7:9f86d081884c7d65", "7:\(hex)00",
        "7:9f86:d081884c7d65", "99999999999999999999:9f86d081884c7d65", String(repeating: "7", count: 600),
    ])
    func `is nothing else`(line: String) {
        let pin = JournalPin(line)

        #expect(pin == nil)
    }

    @Test func `fits to the hash that it begins`() throws {
        let pin = try #require(JournalPin("7:9f86d081884c7d65"))

        let fits = [
            pin.fits([0x9F, 0x86, 0xD0, 0x81, 0x88, 0x4C, 0x7D, 0x65, 1]), pin.fits([0x9F, 0x86]), pin.fits([]),
        ]

        #expect(fits == [true, false, false])
    }
}
