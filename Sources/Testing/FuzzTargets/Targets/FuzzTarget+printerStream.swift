// SPDX-License-Identifier: Apache-2.0

import EscPos
import Raster

extension FuzzTarget {
    /// An ESC/POS stream, taken apart and laid on paper for a preview.
    static let printerStream = FuzzTarget(
        "printer-stream",
        words: [
            "\u{1B}@", "\u{1B}!\u{38}", "\u{1B}a\u{1}", "\u{1B}d\u{3}", "\u{1B}J\u{30}", "\u{1B}t\u{2}", "\u{1B}3\u{0}",
            "\u{1D}!\u{77}", "\u{1D}V\u{41}\u{0}", "\u{1D}v0\u{3}\u{1}\u{0}\u{1}\u{0}", "\u{1B}p\u{0}\u{32}\u{32}",
            "\u{1D}(H\u{6}\u{0}00J007", "\u{10}\u{4}\u{1}", "\u{10}\u{14}\u{8}", "\u{1B}*\u{21}\u{2}\u{0}", "Tea\n",
        ], longest: 1024
    ) { input in
        var whole = EscPosReader()
        var torn = EscPosReader()
        let commands = whole.read(input)
        guard joined(input.flatMap { torn.read([$0]) }) == joined(commands),
            whole.isBetweenCommands == torn.isBetweenCommands
        else { return .broken("what is printed depends on how the bytes arrive") }
        var paper = EscPosPaper(machine)
        paper.print(input)
        guard paper.rows <= EscPosPaper.mostRows else { return .broken("\(paper.rows) rows of paper") }
        if (1...120).contains(paper.rows) {
            guard (try? paper.bitmap())?.height == paper.rows else { return .broken("paper that cannot be drawn") }
        }
        return paper.complaints.isEmpty ? .read : .refused
    }

    /// A printer of one narrow table and the smallest cells, so that lines wrap and pictures overhang.
    private static let machine = EscPosPaper.Machine(
        width: 96, font: CellFont(TypeSetter(), cellWidth: 8, cellHeight: 8), pages: [], lineSpacing: 10,
        bladeDots: 4)

    /// Text that arrives in two pieces is one text.
    private static func joined(_ commands: [EscPosCommand]) -> [EscPosCommand] {
        var joined: [EscPosCommand] = []
        for command in commands {
            if case .text(let more) = command, case .text(let bytes)? = joined.last {
                joined[joined.count - 1] = .text(bytes + more)
            } else {
                joined.append(command)
            }
        }
        return joined
    }
}
