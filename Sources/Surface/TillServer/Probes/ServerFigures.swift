// SPDX-License-Identifier: Apache-2.0

/// What the server knows of itself, for those who put figures together.
package struct ServerFigures: Sendable, Hashable {
    /// What stands in the way of a sale.
    package let obstacles: [Obstacle]
    /// Streams and long polls of events that are open.
    package let readers: Int
    /// How many of them may be.
    package let readersMax: Int

    /// States all three.
    package init(obstacles: [Obstacle], readers: Int, readersMax: Int) {
        self.obstacles = obstacles
        self.readers = readers
        self.readersMax = readersMax
    }
}
