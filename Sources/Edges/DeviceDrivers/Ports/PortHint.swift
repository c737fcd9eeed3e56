// SPDX-License-Identifier: Apache-2.0

/// What a device says of itself beside its bytes; cheap ones say the same whatever happens.
package enum PortHint: Sendable, Hashable {
    /// It says that it has no paper.
    case paperIsOut
    /// It says that something is wrong.
    case fault
    /// It says that it is well, or nothing.
    case none
}
