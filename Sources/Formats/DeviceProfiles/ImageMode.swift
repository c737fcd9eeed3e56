// SPDX-License-Identifier: Apache-2.0

/// A command that prints a picture.
package enum ImageMode: String, Sendable, Hashable, CaseIterable {
    /// Rows of dots, `1D 76 30`.
    case raster
    /// Stored graphics, `1D 28 4C`.
    case graphics
    /// Columns of dots, `1B 2A`.
    case column
}
