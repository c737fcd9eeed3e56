// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The drawn cells of one font, for whoever draws with it at the same time.
final class CellDrawings: Sendable {
    /// What is kept.
    let cache: Mutex<CellCache>

    /// Starts without a drawing.
    init(limit: Int = CellCache.usualLimit) { cache = Mutex(CellCache(limit: limit)) }
}
