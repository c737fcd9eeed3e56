// SPDX-License-Identifier: Apache-2.0

/// Something that `tilld check` looks at.
protocol Examination: Sendable {
    /// Looks, changes nothing, and says what it found.
    func findings() async -> [Finding]
}
