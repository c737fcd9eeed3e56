// SPDX-License-Identifier: Apache-2.0

/// Who connected to the socket, as the kernel saw it at that moment.
///
/// It is laid out as the kernel's `struct ucred`. The process is not looked at: its number may be
/// another's by now. Source: unix(7), `SO_PEERCRED`.
package struct Peer: Sendable, Hashable {
    private let process: Int32
    /// The user.
    package let user: UInt32
    /// The user's first group.
    package let group: UInt32

    /// States user and group.
    package init(user: UInt32, group: UInt32) {
        process = 0
        self.user = user
        self.group = group
    }
}
