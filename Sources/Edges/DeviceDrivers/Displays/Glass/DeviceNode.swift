// SPDX-License-Identifier: Apache-2.0

/// What tells one node of a device from another of the same name.
struct DeviceNode: Hashable, Sendable {
    /// The file system that it is on.
    let volume: UInt64
    /// Its number there.
    let inode: UInt64
    /// The device that it leads to; 0 for a plain file.
    let device: UInt64
}
