// SPDX-License-Identifier: Apache-2.0

/// What is the matter with a printer.
struct PaperState: Sendable {
    var hasPower = true
    var isStarting = false
    var isHung = false
    var coverIsOpen = false
    var paperIsOut = false
    var headIsHot = false
    var hasError = false
    var bladeSticks = false
    var losesAnswer = false

    /// Whether bytes reach it.
    var isRunning: Bool { hasPower && !isStarting && !isHung }
    /// Whether it works on what it holds.
    var isOnline: Bool { isRunning && !coverIsOpen && !paperIsOut && !headIsHot && !hasError }

    /// The answer to `10 04 n`.
    func answer(to question: UInt8) -> UInt8 {
        switch question {
        case 1: 0x12 | (isOnline ? 0 : 0x08)
        case 2: 0x12 | (coverIsOpen ? 0x04 : 0) | (paperIsOut ? 0x20 : 0) | (hasError || headIsHot ? 0x40 : 0)
        case 3: 0x12 | (hasError ? 0x08 : 0) | (headIsHot ? 0x40 : 0)
        default: 0x12 | (paperIsOut ? 0x6C : 0)
        }
    }

    /// The four bytes that are told when something changes.
    var told: [UInt8] {
        [
            0x14 | (isOnline ? 0 : 0x08) | (coverIsOpen ? 0x20 : 0), (hasError ? 0x08 : 0) | (headIsHot ? 0x40 : 0),
            paperIsOut ? 0x0C : 0, 0x0F,
        ]
    }
}
