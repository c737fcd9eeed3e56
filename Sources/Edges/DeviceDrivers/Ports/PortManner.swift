// SPDX-License-Identifier: Apache-2.0

/// How bytes go through a port.
package struct PortManner: Sendable, Hashable {
    /// Whether a device can lose its power without the port noticing, as behind a serial cable.
    package var hidesPowerLoss: Bool
    /// The most bytes between two looks at the device.
    package var piece: Int
    /// Bytes a second; a port that says nothing is faster than any printer.
    package var bytesPerSecond: Int
    /// Whether XON and XOFF may stand between any two bytes.
    package var usesFlowBytes: Bool

    /// Describes a port; what is left out is right for a cable that is seen when it breaks.
    package init(
        hidesPowerLoss: Bool = false, piece: Int = 4096, bytesPerSecond: Int = 100_000, usesFlowBytes: Bool = false
    ) {
        self.hidesPowerLoss = hidesPowerLoss
        self.piece = piece
        self.bytesPerSecond = max(bytesPerSecond, 1)
        self.usesFlowBytes = usesFlowBytes
    }
}
