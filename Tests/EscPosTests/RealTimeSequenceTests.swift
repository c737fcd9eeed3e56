// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import EscPos

@Suite struct `Bytes that printers obey at once` {
    @Test(
        arguments: [
            [0x10, 0x04, 0x01], [0x10, 0x05, 0x02], [0x10, 0x14, 0x01, 0x00, 0x05],
            [0x10, 0x14, 0x02, 0x01, 0x08], [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08],
        ] as [[UInt8]])
    func `are found behind other bytes`(sequence: [UInt8]) {
        let bytes = [0xFF, 0x10, 0x00] + sequence + [0xFF]

        let found = RealTimeSequence.first(in: bytes)

        #expect(found?.lowerBound == 3)
    }

    @Test(
        arguments: [
            [0x10, 0x04], [0x10, 0x04, 0x00], [0x10, 0x06, 0x01], [0x10, 0x14, 0x01, 0x02, 0x01], [0x11, 0x04, 0x01],
            [],
        ] as [[UInt8]])
    func `are not seen where there are none`(bytes: [UInt8]) {
        let found = RealTimeSequence.first(in: bytes)

        #expect(found == nil)
    }
}
