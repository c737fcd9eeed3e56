// SPDX-License-Identifier: Apache-2.0

/// Says how fast a display may be drawn, and how long it may take.
package struct DisplayRhythm: Hashable, Sendable {
    /// The least time between two pictures of one kind; whoever draws keeps it and leaves out those between.
    package let leastInterval: Duration
    /// Tells whether seconds may be counted down on it; where not, say until when.
    package let allowsCountdown: Bool
    /// How long a picture may take before the display counts as stuck.
    package let patience: Duration

    /// How long a picture may take unless the panel is known to be slow.
    package static let usualPatience: Duration = .seconds(5)
    /// How often electronic paper is drawn at most, unless its profile says something else.
    package static let usualPaper: Duration = .seconds(1)

    /// Makes a rhythm; without arguments, that of a screen.
    package init(
        leastInterval: Duration = .zero,
        allowsCountdown: Bool = true,
        patience: Duration = DisplayRhythm.usualPatience
    ) {
        self.leastInterval = leastInterval
        self.allowsCountdown = allowsCountdown && leastInterval <= .seconds(1)
        self.patience = patience
    }
}
