// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import EscPos

extension PaperMachine {
    /// Does what a command says.
    mutating func execute(_ command: EscPosCommand) {
        switch command {
        case .text(let bytes): text += bytes
        case .lineFeed: endLine(atLeast: spacing)
        case .feedLines: endLine(atLeast: 0)
        case .feedUnits(let units):
            endLine(atLeast: 0)
            if isBelowColumns { for _ in 0..<units { paper.append(.dots([])) } }
        case .lineSpacing(let units): spacing = units.map { Int($0) } ?? Self.usualSpacing
        case .columns(let strip): columns.append(strip)
        case .initialise:
            text = []
            columns = []
            spacing = Self.usualSpacing
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
            .internationalSet, .realTimeStatus, .realTimeRecovery, .clearBuffers, .unknown:
            break
        }
    }

    private mutating func endLine(atLeast least: Int) {
        // Spaces before columns only say where those begin.
        let isIndent = !columns.isEmpty && text.allSatisfy { $0 == 0x20 }
        if !text.isEmpty, !isIndent { paper.append(.line(characters())) }
        if !text.isEmpty || !columns.isEmpty { isBelowColumns = isIndent }
        if !columns.isEmpty { printColumns(from: isIndent ? text.count * 12 : 0, atLeast: isIndent ? least : 0) }
        text = []
        columns = []
    }

    /// Prints the rows of the columns, and the white below them that a line too high leaves.
    private mutating func printColumns(from left: Int, atLeast least: Int) {
        // Eight rows are as high as 24: each is three dots of the head.
        let height = columns.isEmpty ? 0 : 24
        for row in 0..<height {
            var dots = [UInt8](repeating: 0, count: (left + 7) / 8)
            var x = left
            for strip in columns {
                for column in 0..<strip.count {
                    let isBlack = strip.isBlack(column: column, row: row * strip.mode.rows / height)
                    for _ in 0..<strip.mode.dotsAcross {
                        if x / 8 >= dots.count { dots.append(0) }
                        if isBlack { dots[x / 8] |= 0x80 >> UInt8(x & 7) }
                        x += 1
                    }
                }
            }
            // White rows as well: around a code they are a part of it.
            let end = dots.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
            paper.append(.dots(Array(dots[..<end])))
        }
        for _ in 0..<max(least - height, 0) { paper.append(.dots([])) }
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
        endLine(atLeast: 0)
        isBelowColumns = false
        for row in 0..<raster.rows {
            let bytes = raster.bytes[row * raster.bytesPerRow..<(row + 1) * raster.bytesPerRow]
            guard let last = bytes.lastIndex(where: { $0 != 0 }) else { continue }
            paper.append(.dots(Array(bytes[...last])))
        }
    }

    private mutating func cut() {
        endLine(atLeast: 0)
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
