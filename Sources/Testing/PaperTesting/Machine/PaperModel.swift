// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers

/// What kind of printer is played.
package struct PaperModel: Sendable {
    /// A short name for reports.
    package var name: String
    /// What it answers.
    package var tier: PrinterTier
    /// Whether it drops what it holds when told to.
    package var clears = false
    /// Whether it counts its cuts.
    package var counts = false
    /// What it answers when it is asked for its maker and its model; nil if it does not know the questions.
    package var names: (maker: String, model: String)?
    /// Whether it tells changes by itself.
    package var tellsChanges = false
    /// Bytes that it takes before it prints.
    package var bufferBytes = 4096
    /// Whether opening the cover makes it forget what it holds.
    package var losesBufferOnCover = false
    /// Whether two-byte characters are on after every reset.
    package var hasChinese = false
    /// How fast paper moves, in millimetres a second.
    package var speed = 150
    /// How long a cut takes.
    package var cutting = Duration.milliseconds(400)
    /// How long it takes from power to the first byte.
    package var starting = Duration.seconds(3)
    /// How long a count lives only in memory before it is kept.
    package var countKeptAfter = Duration.seconds(2)
    /// How far ahead of the head an answer in order may come.
    package var ahead = Duration.milliseconds(500)

    /// Names a printer.
    package init(name: String, tier: PrinterTier) {
        self.name = name
        self.tier = tier
    }

    /// The printers of the matrix: each tier with and without what some of it lack.
    package static let all: [PaperModel] = {
        var best = PaperModel(name: "marks", tier: .marks)
        best.clears = true
        best.counts = true
        best.names = ("EPSON", "TM-T88V")
        best.tellsChanges = true
        var plain = PaperModel(name: "marks-plain", tier: .marks)
        plain.hasChinese = true
        var ordered = PaperModel(name: "ordered", tier: .ordered)
        ordered.counts = true
        ordered.tellsChanges = true
        let orderedPlain = PaperModel(name: "ordered-plain", tier: .ordered)
        var clone = PaperModel(name: "at-once", tier: .atOnce)
        clone.losesBufferOnCover = true
        clone.hasChinese = true
        return [best, plain, ordered, orderedPlain, clone, PaperModel(name: "silent", tier: .silent)]
    }()
}
