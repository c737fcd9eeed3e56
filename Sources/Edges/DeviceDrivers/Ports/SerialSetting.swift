// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How a serial line is driven: always eight bits, no parity, one stop bit.
package struct SerialSetting: Sendable, Hashable {
    /// Bits a second; one of ``bauds``.
    package var baud: Int
    /// How the printer says that it is full.
    package var flow: SerialFlow
    /// Whether a printer that drops its ready wire counts as switched off, where it had raised it before.
    package var watchesReady: Bool
    /// The most bytes of one write.
    package var chunk: Int

    /// The speeds that can be set.
    package static let bauds = [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115_200, 230_400]

    /// Describes a line; what is left out is how most printers leave the factory.
    package init(baud: Int = 9600, flow: SerialFlow = .rtscts, watchesReady: Bool = true, chunk: Int = 256) {
        self.baud = baud
        self.flow = flow
        self.watchesReady = watchesReady
        self.chunk = chunk
    }

    /// How a Bluetooth line is driven, whose speed nobody sets.
    package static let rfcomm = SerialSetting(baud: 115_200, flow: .rtscts, watchesReady: false, chunk: 512)

    /// The system's word for the speed.
    var speed: speed_t {
        switch baud {
        case 1200: speed_t(B1200)
        case 2400: speed_t(B2400)
        case 4800: speed_t(B4800)
        case 19200: speed_t(B19200)
        case 38400: speed_t(B38400)
        case 57600: speed_t(B57600)
        case 115_200: speed_t(B115200)
        case 230_400: speed_t(B230400)
        default: speed_t(B9600)
        }
    }
}
