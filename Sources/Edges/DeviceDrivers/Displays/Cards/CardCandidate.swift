// SPDX-License-Identifier: Apache-2.0

/// Describes a graphics card that the kernel lists, for choosing and for the log.
package struct CardCandidate: Hashable, Sendable, CustomStringConvertible {
    /// The node, such as `/dev/dri/card0`.
    package let path: String
    /// The name of its driver, if the kernel tells it.
    package let driver: String?
    /// The sockets that have a screen, such as `HDMI-A-1`.
    package let connected: [String]

    /// One line for a log.
    package var description: String {
        "\(path) \"\(driver ?? "?")\" \(connected.isEmpty ? "without a screen" : connected.joined(separator: ", "))"
    }
}
