// SPDX-License-Identifier: Apache-2.0

/// Says why a font of the settings is not used.
package struct FontProblem: Hashable, Sendable {
    /// The setting, as it was written.
    package let font: String
    /// What is wrong with it.
    package let reason: String
}
