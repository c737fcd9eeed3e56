// SPDX-License-Identifier: Apache-2.0

import DisplayService
import PrintService

/// Where those wait who want something of a device.
struct Desks: Sendable {
    let printer = PrinterDesk()
    /// One each, in the order of the displays.
    let displays: [DisplayDesk]

    /// Opens them.
    init(displays count: Int) {
        displays = (0..<count).map { _ in DisplayDesk() }
    }
}
