// SPDX-License-Identifier: Apache-2.0

extension World where Acquirer == ToyAcquirer {
    /// Sets a world up with an acquirer of plain words: fast, and nothing of a real protocol.
    package init(seed: UInt64) async throws {
        let clock = WorldClock(seed: seed)
        try await self.init(
            seed: seed, clock: clock, acquirer: ToyAcquirer(seed: seed, clock: clock))
    }
}
