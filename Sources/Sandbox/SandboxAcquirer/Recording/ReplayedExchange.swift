// SPDX-License-Identifier: Apache-2.0

/// One line of a recording, played again.
package struct ReplayedExchange: Sendable, Hashable {
    /// Which line it is; the first line of the file is 1.
    package let line: Int
    /// "POST /v1/payments", or what else happened.
    package let what: String
    /// Where it came out otherwise, each in a sentence; empty where all is as it was.
    package let differences: [String]
}
