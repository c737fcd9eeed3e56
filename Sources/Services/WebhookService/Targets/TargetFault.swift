// SPDX-License-Identifier: Apache-2.0

/// Why a webhook is not sent to a place.
package struct TargetFault: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    package let why: String
}

extension TargetFault: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    package var description: String { why }
}
