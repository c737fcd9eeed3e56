// SPDX-License-Identifier: Apache-2.0

import PaperTesting

/// Plays cells, several at once.
struct Campaign {
    let every: Int
    let from: Int
    let jobs: Int

    /// A cell and what came of it.
    struct Played: Sendable {
        let cell: PaperMatrix.Cell
        let tally: PaperTally
    }

    /// Plays all trials of some cells, in any order, and returns them in theirs.
    func play(_ cells: [PaperMatrix.Cell], driver: PaperDriverKind) async throws -> [Played] {
        var played: [(Int, Played)] = []
        try await withThrowingTaskGroup(of: (Int, Played).self) { group in
            var waiting = Array(cells.enumerated())[...]
            func next() {
                guard let (index, cell) = waiting.popFirst() else { return }
                let (every, from) = (every, from)
                group.addTask {
                    (index, Played(cell: cell, tally: try await cell.play(every: every, from: from, driver: driver)))
                }
            }
            for _ in 0..<jobs { next() }
            while let done = try await group.next() {
                played.append(done)
                next()
            }
        }
        return played.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
