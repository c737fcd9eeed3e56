// SPDX-License-Identifier: Apache-2.0

import TillStore

extension Settings {
    /// What a printer is for.
    enum PrinterRole: String, Sendable {
        /// Slips that people take with them.
        case receipts
        /// The roll with a line for each sale.
        case journal
    }

    /// The first printer of receipts; nil if there is none.
    var printer: Printer? { printers.first { $0.role == .receipts } }

    /// The names of the journal printers.
    var rolls: Set<String> { Set(printers.filter { $0.role == .journal }.map(\.name)) }

    /// The kinds of slips that a printer takes: those that it names, or all that no other one does.
    func slips(of printer: Printer) -> Set<SlipKind> {
        guard printer.role == .receipts else { return [] }
        guard printer.slips.isEmpty else { return printer.slips }
        let others = printers.filter { $0.role == .receipts && $0.isThere && $0.name != printer.name }
        return Set(SlipKind.allCases).subtracting(others.flatMap(\.slips))
    }
}

extension Settings.Printer {
    /// Whether there is a device at all: a port that is none is a printer to look at slips of.
    var isThere: Bool { port != "none" }
}
