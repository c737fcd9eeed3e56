// SPDX-License-Identifier: Apache-2.0

extension Ledger {
    /// Makes every loop that waits for hints come around once, with nothing new to do.
    package func knock() { wakeups.wake([.hints]) }
}
