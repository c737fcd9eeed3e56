// SPDX-License-Identifier: Apache-2.0

/// The two-byte set that a printer was built with.
package enum KanjiFont: String, Sendable, Hashable, CaseIterable {
    /// It has none, or nobody knows which.
    case none
    /// Simplified Chinese.
    case gb18030
    /// Traditional Chinese.
    case big5
    /// Japanese.
    case shiftJIS = "shift_jis"
    /// Korean.
    case cp949
}
