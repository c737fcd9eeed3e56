// SPDX-License-Identifier: Apache-2.0

extension World where Acquirer == PlayedSandbox {
    /// Sets a world up with the sandbox's bank and the provider that speaks to it: real
    /// signatures, real JSON, SQL on both sides.
    package init(sandbox seed: UInt64) async throws {
        let clock = WorldClock(seed: seed)
        try await self.init(
            seed: seed, clock: clock, acquirer: try PlayedSandbox(seed: seed, clock: clock))
    }
}
