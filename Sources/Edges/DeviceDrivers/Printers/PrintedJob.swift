// SPDX-License-Identifier: Apache-2.0

package import EscPos

/// What is sent to a printer, in pieces that end between two commands.
package struct PrintedJob: Sendable, Hashable {
    /// Puts the printer into a known state; prints nothing.
    package let preamble: [UInt8]
    /// What prints, in order; at most 4096 bytes each.
    package let segments: [[UInt8]]
    /// About how much paper it takes, in millimetres; it says how long to wait.
    package let millimetres: Int
    /// How often it is cut; the last thing that it does is a cut, if there are any.
    package let cuts: Int

    /// Puts a job together.
    package init(preamble: [UInt8], segments: [[UInt8]], millimetres: Int, cuts: Int = 0) {
        self.preamble = preamble
        self.segments = segments
        self.millimetres = millimetres
        self.cuts = cuts
    }

    /// Takes a finished stream.
    package init(_ document: EscPosDocument) {
        var reader = EscPosReader()
        var dots = 0
        var cuts = 0
        for command in document.segments.flatMap({ reader.read($0) }) {
            switch command {
            case .lineFeed: dots += Self.dotsOfTallLine
            case .feedLines(let lines): dots += Int(lines) * Self.dotsOfTallLine
            case .raster(let raster): dots += raster.rows * (raster.doubleHeight ? 2 : 1)
            case .cut: cuts += 1
            default: break
            }
        }
        // Seven dots a millimetre is the coarsest head there is: it makes the longest paper.
        self.init(
            preamble: document.preamble, segments: document.segments, millimetres: dots / 7 + 20, cuts: cuts)
    }

    /// How many bytes print.
    package var byteCount: Int { segments.reduce(0) { $0 + $1.count } }

    private static let dotsOfTallLine = 48
}
