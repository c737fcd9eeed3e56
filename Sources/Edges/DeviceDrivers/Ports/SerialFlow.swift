// SPDX-License-Identifier: Apache-2.0

/// How a printer behind a serial line says that it is full.
package enum SerialFlow: String, Sendable, Hashable, CaseIterable {
    /// By a wire.
    case rtscts
    /// By a byte.
    case xonxoff
    /// Not at all: what does not fit is lost.
    case none
}
