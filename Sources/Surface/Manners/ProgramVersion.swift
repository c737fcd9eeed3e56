// SPDX-License-Identifier: Apache-2.0

/// The version of all programs, which are released together.
package enum ProgramVersion {
    /// As `--version` prints it.
    package static let text = "0.1.0"
}
