// SPDX-License-Identifier: Apache-2.0

/// Says how a virtual terminal hands the screen over to another.
package enum ConsoleSwitching: Hashable, Sendable {
    /// The kernel does it alone, and refuses as long as the terminal is in graphics mode.
    case automatic
    /// A process is asked by one signal and told by another; when it is dead, the kernel goes ahead.
    case byOwner(release: Int32, acquire: Int32)
}
