// SPDX-License-Identifier: Apache-2.0

import Receipts

extension FuzzTarget {
    /// A layout of slips, as a shop writes it.
    static let slipLayout = FuzzTarget(
        "slip-layout",
        words: [
            "languages own\n", "languages en zh-Hans\n", "[sale]\n", "[header]\n", "[a]\n", "use a\n", "use top\n",
            "left: ", "center large bold: ", "right tall: ", "center fit lines=2: ", "plain", "row: a | b | c\n",
            "row bold: ", "rule\n", "blank 3\n", "logo\n", "qr: ", "barcode code128: ", "barcode ean13: ", "feed 20\n",
            "cut\n", "drawer\n", "buzzer 9\n", "if duplicate\n", "if not narrow and subject\n",
            "if language zh-Hans\n", "else\n", "each accounts\n", "end\n", "{amount}", "{amount_sign}", "{subject}",
            "{merchant}", "{order}", "<paid>", "<paid@zh-Hans>", "<pay_before>", "\\{", "\\|", "#", "\u{1B}@",
            "\u{10}\u{14}\u{1}\u{0}\u{1}", "\u{202E}", "\u{8336}", "\u{2026}",
        ], longest: 1024
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        do throws(SlipLayoutError) {
            let layout = try SlipLayout(text, name: "fuzzed.slips")
            try layout.check(ReceiptWords.standard, own: "en", name: "fuzzed.slips")
            return .of(
                SlipJudge.fault(of: layout, .english, isPrinted: input.count.isMultiple(of: 4)), otherwise: .read)
        } catch {
            return .of(SlipJudge.fault(of: error, file: "fuzzed.slips"), otherwise: .refused)
        }
    }
}
