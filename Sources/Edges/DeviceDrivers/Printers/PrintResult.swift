// SPDX-License-Identifier: Apache-2.0

/// What is known of a job that went out whole.
package enum PrintResult: Sendable, Hashable {
    /// The printer has said that everything was printed and cut.
    case printed
    /// Everything was sent and no error is known; the printer cannot say more.
    case unconfirmed
}
