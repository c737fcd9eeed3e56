// SPDX-License-Identifier: Apache-2.0

/// One thing that can be seen on paper, from the top down.
package enum PaperEntry: Sendable, Hashable {
    /// A line of characters.
    case line(String)
    /// A row of dots without the white on its right.
    case dots([UInt8])
    /// The blade went through.
    case cut
}
