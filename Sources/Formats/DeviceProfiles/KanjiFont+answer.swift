// SPDX-License-Identifier: Apache-2.0

extension KanjiFont {
    /// The set that a printer names when it is asked for its fonts with `1D 49 45`.
    ///
    /// Source: the notes on the ESC/POS command set, "multi-byte ranges".
    package init(answer: String) {
        let words = answer.uppercased()
        if words.contains("GB18030") || words.contains("GB2312") || words.contains("GBK") {
            self = .gb18030
        } else if words.contains("BIG-5") || words.contains("BIG5") {
            self = .big5
        } else if words.contains("JAPANESE") || words.contains("JIS") {
            self = .shiftJIS
        } else if words.contains("KOREA") || words.contains("HANGUL") || words.contains("KS") {
            self = .cp949
        } else {
            self = .none
        }
    }
}

extension KanjiReach {
    /// How much of its set a printer draws that names it so; only the largest is trusted.
    package init(answer: String) { self = answer.uppercased().contains("GB18030") ? .all : .core }
}
