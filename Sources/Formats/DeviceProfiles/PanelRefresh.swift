// SPDX-License-Identifier: Apache-2.0

/// How often a display may be drawn.
package struct PanelRefresh: Sendable, Hashable {
    /// The least time between two pictures in milliseconds.
    package let minIntervalMs: Int
    /// How long a full refresh of electronic paper takes in milliseconds; 0 for others.
    package let fullMs: Int
    /// After how many partial refreshes a full one is due; 0 is never.
    package let fullEvery: Int

    /// Whether a countdown may run on it.
    package var allowsCountdown: Bool { minIntervalMs <= 1000 }
}
