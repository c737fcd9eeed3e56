// SPDX-License-Identifier: Apache-2.0

import EscPos
import PaperTesting

/// Holds what a stream makes a printer do against what its slip asked for.
struct StreamJudge {
    /// What a slip may ask for besides text and pictures.
    struct Asked: Equatable {
        var cuts = 0
        var pulses = 0
        var beeps = 0
        var barCodes = 0
        var ownCodes = 0
    }

    private var seen = Asked()
    private var faults: [String] = []

    /// What a stream does that nobody asked for, and what it does not that was asked for.
    static func faults(of document: EscPosDocument, asked: Asked) -> [String] {
        var judge = StreamJudge()
        var reader = EscPosReader()
        for command in reader.read(document.preamble) { judge.readPreamble(command) }
        for segment in document.segments {
            for command in reader.read(segment) { judge.read(command) }
            if !reader.isBetweenCommands { judge.faults.append("a segment ends within a command") }
            if segment.count > EscPosLimits.segmentBytes { judge.faults.append("a segment of \(segment.count) bytes") }
        }
        if judge.seen != asked { judge.faults.append("\(judge.seen) instead of \(asked)") }
        if let found = RealTimeSequence.first(in: document.bytes) {
            judge.faults.append("bytes that are obeyed at once: \(document.bytes[found])")
        }
        return judge.faults
    }

    /// The same as a printer sees it that is played byte by byte: pulses, answers and cuts.
    static func faultsOfPlaying(_ document: EscPosDocument, asked: Asked) -> [String] {
        guard var model = PaperModel.all.first(where: { $0.name == "at-once" }) else { return ["no printer"] }
        model.bufferBytes = 1 << 16
        var machine = PaperMachine(model)
        for segment in [document.preamble] + document.segments {
            machine.receive(segment[...])
            machine.advance(to: machine.now + .seconds(600))
        }
        var faults: [String] = []
        if machine.pulses != asked.pulses { faults.append("\(machine.pulses) pulses on the drawer") }
        let answers = machine.takeAnswers()
        if !answers.isEmpty { faults.append("answers that nobody asked for: \(answers)") }
        let cuts = machine.paper.count { $0 == .cut }
        if cuts != asked.cuts { faults.append("\(cuts) cuts") }
        return faults
    }

    private mutating func readPreamble(_ command: EscPosCommand) {
        switch command {
        case .initialise, .multiByte(false), .internationalSet(0), .codePage, .lineSpacing, .automaticStatus: break
        default: faults.append("the preamble holds \(command)")
        }
    }

    private mutating func read(_ command: EscPosCommand) {
        switch command {
        case .text(let bytes): if bytes.contains(0x7F) { faults.append("a delete in a text") }
        case .lineFeed, .bold, .size, .codePage, .multiByte, .alignment, .lineSpacing, .feedUnits, .feedLines, .raster,
            .columns:
            break
        case .cut: seen.cuts += 1
        case .drawer: seen.pulses += 1
        case .barCode: seen.barCodes += 1
        case .other(let bytes): readOther(bytes)
        default: faults.append("the stream holds \(command)")
        }
    }

    private mutating func readOther(_ bytes: [UInt8]) {
        switch (bytes[0], bytes[1]) {
        // How wide two-byte characters are, and which coding they have.
        case (0x1C, 0x21), (0x1C, 0x43): break
        // What bar codes look like.
        case (0x1D, 0x68), (0x1D, 0x77), (0x1D, 0x48): break
        case (0x1B, 0x42): seen.beeps += 1
        case (0x1B, 0x28) where bytes[2] == 0x41: seen.beeps += 1
        case (0x1D, 0x28) where bytes[2] == 0x6B:
            if bytes.count == 8, bytes[6] == 0x51 { seen.ownCodes += 1 }
        default: faults.append("the stream holds \(bytes.prefix(8))")
        }
    }
}
