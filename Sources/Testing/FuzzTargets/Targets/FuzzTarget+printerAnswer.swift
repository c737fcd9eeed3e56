// SPDX-License-Identifier: Apache-2.0

import EscPos

extension FuzzTarget {
    /// What a printer sends back.
    static let printerAnswer = FuzzTarget(
        "printer-answer", words: ["7\"J007\0", "7%\0", "_TM\0", "\u{12}", "\u{14}\0\0\u{F}", "\u{11}", "\u{13}"],
        longest: 1024
    ) { input in
        for usesFlowControl in [false, true] {
            var whole = EscPosStatus(usesFlowControl: usesFlowControl)
            var torn = EscPosStatus(usesFlowControl: usesFlowControl)
            let answers = whole.read(input)
            guard input.flatMap({ torn.read([$0]) }) == answers else {
                return .broken("what a printer says depends on how its bytes arrive")
            }
            for case .block(_, let payload) in answers where payload.count > EscPosStatus.longestBlock {
                return .broken("a block of \(payload.count) bytes")
            }
            // Whatever came before, an answer that fits nothing else is heard again soon.
            let silence = [UInt8](repeating: 0, count: 4)
            _ = whole.read(silence)
            guard whole.read([0x12]) == [.realTime(0x12)] else { return .broken("a printer is not heard any more") }
        }
        return input.isEmpty ? .refused : .read
    }
}
