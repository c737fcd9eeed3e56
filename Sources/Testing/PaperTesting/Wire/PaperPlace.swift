// SPDX-License-Identifier: Apache-2.0

/// Where the till finds a played printer.
package enum PaperPlace: Sendable, Hashable {
    /// A port of this machine.
    case port(UInt16)
    /// The near end of a pseudo terminal.
    case terminal(String)
}
