// SPDX-License-Identifier: Apache-2.0

/// How pixels get into a display's memory.
package enum FrameAccess: String, Sendable, Hashable, CaseIterable {
    /// Through a mapping.
    case mmap
    /// Through calls, which drivers that send late take at once.
    case write
}
