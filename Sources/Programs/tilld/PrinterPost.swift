// SPDX-License-Identifier: Apache-2.0

import PrintService
import TillStore

/// A printer at work: what its worker shares with those who ask about it.
struct PrinterPost: Sendable {
    let printer: Parts.Printer
    /// The kinds of slips that it takes; none for a journal printer.
    let slips: Set<SlipKind>
    /// Where people leave what they want of it.
    let desk = PrinterDesk()
    /// Why the lines of a journal printer wait.
    let standing = RollStanding()

    var name: String { printer.setting.name }
    var isJournal: Bool { printer.setting.role == .journal }
}

extension PrinterPost {
    /// A post for each printer that is there.
    static func posts(_ settings: Settings, _ parts: Parts) -> [PrinterPost] {
        parts.printers.map { PrinterPost(printer: $0, slips: settings.slips(of: $0.setting)) }
    }
}
