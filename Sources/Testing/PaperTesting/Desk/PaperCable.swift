// SPDX-License-Identifier: Apache-2.0

/// What lies between the till and the printer.
package enum PaperCable: String, Sendable, Hashable, CaseIterable {
    /// A network, or USB: it is seen when the other end has gone.
    case network
    /// A serial line at 9600 baud: nothing is seen but what the printer says.
    case serial

    /// Bytes a second.
    var bytesPerSecond: Int { self == .network ? 1_000_000 : 960 }
}
