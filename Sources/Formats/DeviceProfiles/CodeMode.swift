// SPDX-License-Identifier: Apache-2.0

/// Who makes the modules of a printed code.
package enum CodeMode: String, Sendable, Hashable, CaseIterable {
    /// The till: every dot is known.
    case raster
    /// The printer, where the code fits with room to spare; else the till.
    case native
}
