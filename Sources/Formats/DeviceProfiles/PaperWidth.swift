// SPDX-License-Identifier: Apache-2.0

/// A roll that a printer takes.
package struct PaperWidth: Sendable, Hashable {
    /// The width of the roll in millimetres.
    package let millimetres: Int
    /// How many dots of a row are printed on it.
    package let dots: Int
}
