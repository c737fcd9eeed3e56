// SPDX-License-Identifier: Apache-2.0

/// How payment codes are sent to a printer.
package struct CodeAbilities: Sendable, Hashable {
    /// How they are sent.
    package let mode: CodeMode
    /// Whether it can make codes itself.
    package let native: Bool
    /// The longest payload in bytes that it makes into a code itself.
    package let nativeMax: Int
    /// The largest module in dots that it makes itself.
    package let maxModule: Int
    /// The dots that are taken off black edges because heat makes them grow.
    package let inkTrim: Int
}
