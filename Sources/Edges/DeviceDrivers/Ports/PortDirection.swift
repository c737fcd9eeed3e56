// SPDX-License-Identifier: Apache-2.0

/// Which ways bytes can go through a port.
package enum PortDirection: Sendable, Hashable {
    /// Bytes are kept as they are: nobody prints them.
    case recording
    /// Bytes go to a device that cannot answer.
    case oneWay
    /// Bytes go to a device that may answer.
    case twoWay
}
