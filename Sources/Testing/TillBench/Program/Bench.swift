// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Everything that can be measured.
enum Bench: String, CaseIterable, ExpressibleByArgument {
    case orders, notify, painter, glass, receipts, ledger, daemon, readers

    /// What it measures, in a line.
    var summary: String {
        switch self {
        case .orders: "sales opened over HTTP against bare inserts with a sync; 1, 8 and 64 clients; a slow disk"
        case .notify: "from a notify of the acquirer's to the screen that says paid"
        case .painter: "from a payload to a picture of 800 x 480 against libqrencode and memcpy"
        case .glass: "a changed picture into a display's memory against memcpy of the changed lines"
        case .receipts: "receipts with a code for paper of 576 dots, beside python-escpos"
        case .ledger: "a ledger of a million orders against an empty one"
        case .daemon: "start, end, memory and rest of the daemon; a hundred thousand sales"
        case .readers: "a thousand readers of events: what they take of memory, and of sales"
        }
    }

    /// Measures it.
    ///
    /// - Throws: what keeps all of its figures from being there.
    func figures(_ ground: Ground) async throws -> [Figure] {
        switch self {
        case .orders: try await OrdersBench(ground: ground).figures()
        case .notify: try NotifyBench(ground: ground).figures()
        case .painter: try await PainterBench(ground: ground).figures()
        case .glass: try await GlassBench(ground: ground).figures()
        case .receipts: try await ReceiptsBench(ground: ground).figures()
        case .ledger: try await LedgerBench(ground: ground).figures()
        case .daemon: try DaemonBench(ground: ground).figures()
        case .readers: try await ReadersBench(ground: ground).figures()
        }
    }
}
