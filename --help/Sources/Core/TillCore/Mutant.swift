// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The mutant that is on, by its number in the environment; none if there is no number.
package enum Mutant {
    private static let number = getenv("TILLD_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

    /// Whether it is this one.
    package static func isOn(_ number: Int) -> Bool { number == self.number }
}
