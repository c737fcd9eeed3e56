// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import EscPos

extension PaperMachine {
    /// Does what a command says.
    mutating func execute(_ command: EscPosCommand) {
        switch command {
        case .text(let bytes): text += bytes
        case .lineFeed, .feedLines, .feedUnits: endLine()
        case .initialise:
            text = []
            tells = false
            twoByte = model.hasChinese
        case .multiByte(let isOn): twoByte = isOn
        case .raster(let raster): place(raster)
        case .cut: cut()
        case .drawer: pulses += 1
        case .automaticStatus(let which):
            tells = model.tellsChanges && which != 0
            if tells { answers += state.told }
        case .orderedStatus:
            if model.tier == .ordered || model.tier == .marks { answerOrdered() } else { text += Array("r".utf8) }
        case .processID(let mark): answer(mark)
        case .other(let bytes): obey(bytes)
        case .barCode, .carriageReturn, .tab, .null, .alignment, .bold, .underline, .size, .printMode, .font, .inverse,
            .codePage,
            .internationalSet, .lineSpacing, .realTimeStatus, .realTimeRecovery, .clearBuffers, .unknown:
            break
        }
    }

    private mutating func endLine() {
        guard !text.isEmpty else { return }
        paper.append(.line(characters()))
        text = []
    }

    /// What is read on the paper: where two bytes make one sign, letters with accents are eaten.
    private func characters() -> String {
        var line = ""
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                line.unicodeScalars.append(Unicode.Scalar(byte))
            } else if twoByte {
                line += "\u{25A1}"
                index += 1
            } else {
                line += "<\(String(byte, radix: 16))>"
            }
            index += 1
        }
        return line
    }

    private mutating func place(_ raster: EscPosRaster) {
        endLine()
        for row in 0..<raster.rows {
            let bytes = raster.bytes[row * raster.bytesPerRow..<(row + 1) * raster.bytesPerRow]
            guard let last = bytes.lastIndex(where: { $0 != 0 }) else { continue }
            paper.append(.dots(Array(bytes[...last])))
        }
    }

    private mutating func cut() {
        endLine()
        paper.append(.cut)
        cuts += 1
        if keepCutsAt == nil { keepCutsAt = now + model.countKeptAfter }
    }

    private mutating func tellName(_ what: UInt8) {
        switch (what, model.names) {
        case (0x42, let names?): answers += [0x5F] + Array(names.maker.utf8) + [0x00]
        case (0x43, let names?): answers += [0x5F] + Array(names.model.utf8) + [0x00]
        case (0x45, _?): break
        default: text += [0x49, what]
        }
    }

    private mutating func answer(_ mark: [UInt8]) {
        guard model.tier == .marks else {
            // It does not know the command and prints what can be printed of it.
            text += [0x28, 0x48, 0x30, 0x30] + mark
            return
        }
        if state.losesAnswer {
            state.losesAnswer = false
            return
        }
        answers += [0x37, 0x22] + mark + [0x00]
    }

    private mutating func obey(_ bytes: [UInt8]) {
        if bytes.count == 3, bytes.starts(with: [0x1D, 0x49]) { return tellName(bytes[2]) }
        guard bytes.starts(with: [0x1D, 0x67, 0x32]) else { return }
        if model.counts {
            answers += [0x5F] + Array(String(cuts).utf8) + [0x00]
        } else {
            text += [0x67, 0x32]
        }
    }
}
