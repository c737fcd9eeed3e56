// SPDX-License-Identifier: Apache-2.0

/// How a display's memory is reached.
package struct PanelMemory: Sendable, Hashable {
    /// How pixels get into it.
    package let access: FrameAccess
    /// How late the driver sends what was written, in milliseconds; 0 is at once.
    package let deferredMs: Int
}
