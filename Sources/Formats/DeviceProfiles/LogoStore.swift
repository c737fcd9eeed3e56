// SPDX-License-Identifier: Apache-2.0

/// How a printer keeps a logo in its own memory.
package enum LogoStore: String, Sendable, Hashable, CaseIterable {
    /// Not at all, as far as is known.
    case none
    /// As the old numbered pictures, `1C 71` and `1C 70`.
    case bitImage = "bit_image"
    /// As graphics with keys, `1D 28 4C` functions 67 and 69.
    case graphics
}
