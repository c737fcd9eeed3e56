// SPDX-License-Identifier: Apache-2.0

/// Says everything that is wrong with the profiles of a folder, at once.
package struct ProfileError: Error, Sendable, Hashable {
    /// What is wrong, by file; never empty.
    package let problems: [ProfileProblem]
}

extension ProfileError: CustomStringConvertible {
    /// A line for each problem.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
