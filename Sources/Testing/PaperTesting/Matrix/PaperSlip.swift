// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
import EscPos
import Raster

/// One receipt of the matrix: what is sent for it, and what has to be seen on paper.
package struct PaperSlip: Sendable {
    /// What its first line says.
    let number: Int
    /// The first print.
    package let job: PrintedJob
    /// A print that says that it may be a second one.
    package let marked: PrintedJob
    /// What the job is on paper, with its cut.
    let sight: [PaperEntry]
    /// What its first line is on paper.
    let head: PaperEntry
    /// What the line before it is on a marked print.
    let mark: PaperEntry

    /// What a slip is made of.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A few lines.
        case text
        /// Lines and a small picture.
        case code
        /// Lines and a picture in several pieces.
        case picture
        /// Lines and a picture in bands of columns, for heads that know no rows of dots.
        case columns
    }

    /// Makes a slip.
    ///
    /// - Throws: what the encoder throws, if the text below is wrong.
    package init(number: Int, kind: Kind) throws {
        self.number = number
        job = try Self.job(number, kind, isMarked: false)
        marked = try Self.job(number, kind, isMarked: true)
        var machine = PaperMachine(PaperModel(name: "ideal", tier: .marks))
        for segment in [job.preamble] + job.segments {
            machine.receive(segment[...])
            machine.advance(to: machine.now + .seconds(60))
        }
        sight = machine.paper
        head = .line("RECEIPT \(number)")
        mark = .line("REPRINT \(number)")
    }

    private static func job(_ number: Int, _ kind: Kind, isMarked: Bool) throws -> PrintedJob {
        var encoder = EscPosEncoder(pages: [EscPosPage(number: 0, page: .cp437)])
        encoder.initialise(tellsChanges: true)
        if isMarked { try encoder.line("REPRINT \(number)") }
        try encoder.line("RECEIPT \(number)")
        try encoder.line("caf\u{E9}     12.50")
        switch kind {
        case .text: break
        case .code: try encoder.raster(Self.picture(width: 80, height: 64, seed: number))
        case .picture: try encoder.raster(Self.picture(width: 192, height: 200, seed: number))
        case .columns:
            try encoder.columns(
                Self.picture(width: 80, height: 72, seed: number), mode: .twentyFourDouble,
                units: RowUnits(unitsPerInch: 203, rowsPerInch: 203), exact: true)
        }
        try encoder.line("TOTAL     12.50")
        try encoder.line("END \(number)")
        encoder.cut()
        return PrintedJob(encoder.finish())
    }

    /// A picture in which every row is its own, so that a row that is missing or moved is seen.
    private static func picture(width: Int, height: Int, seed: Int) throws -> Bitmap {
        var bitmap = try Bitmap(width: width, height: height)
        for y in 0..<height {
            var word = UInt32(truncatingIfNeeded: (seed + 1) &* 7919 &+ y &* 104_729)
            for x in 0..<width {
                word = word &* 1_664_525 &+ 1_013_904_223
                if word >> 31 == 1 || x == width - 1 { bitmap.fill(PixelRect(x: x, y: y, width: 1, height: 1)) }
            }
        }
        return bitmap
    }

    /// How often it is on paper, whole and cut, without a mark and with one.
    func copies(on paper: [PaperEntry]) -> (unmarked: Int, marked: Int) {
        var unmarked = 0
        var marked = 0
        for start in paper.indices where paper[start] == head && paper[start...].starts(with: sight) {
            if start > 0, paper[start - 1] == mark { marked += 1 } else { unmarked += 1 }
        }
        return (unmarked, marked)
    }

    /// How often it was begun without a mark.
    func begun(on paper: [PaperEntry]) -> Int {
        paper.indices.count { paper[$0] == head && ($0 == 0 || paper[$0 - 1] != mark) }
    }
}
