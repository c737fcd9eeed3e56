// SPDX-License-Identifier: Apache-2.0

import Receipts

extension FuzzTarget {
    /// A catalogue of words, as a shop writes it for a language of its own.
    static let slipWords = FuzzTarget(
        "slip-words",
        words: [
            "language = ", "paid = ", "order = ", "thanks = ", "{amount}", "{pay_before}", "{order}", "{", "}",
            "<paid>",
            "\\{", " = ", "=", "#", "\n", "\r\n", "zh-Hans", "\u{1B}p\u{0}22", "\u{10}\u{4}\u{1}", "\u{202E}",
            "\u{8336}",
            "\u{5E9}", "\u{2026}", "\u{FEFF}",
        ], longest: 8192
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        do throws(SlipLayoutError) {
            let words = try ReceiptWords(text, name: "fuzzed.words")
            let isPrinted = input.count.isMultiple(of: 16)
            return .of(SlipJudge.fault(of: .standard, words, isPrinted: isPrinted), otherwise: .read)
        } catch {
            return .of(SlipJudge.fault(of: error, file: "fuzzed.words"), otherwise: .refused)
        }
    }
}
