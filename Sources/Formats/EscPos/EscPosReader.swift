// SPDX-License-Identifier: Apache-2.0

/// Takes an ESC/POS stream apart, in pieces of any size, as a printer's parser does.
///
/// ```
/// 1B x ..   1C x ..   1D x ..   10 x ..      commands; the rest is text and control bytes
/// ```
package struct EscPosReader: Sendable {
    private var pending: [UInt8] = []

    /// The most bytes that one command may have; a longer one is not believed.
    package static let longestCommand = 1 << 20

    /// The most bytes that a bar code of the form without a length may have, its end among them.
    static let longestBarCode = 257

    /// Starts between two commands.
    package init() {}

    /// Whether everything so far was whole commands.
    package var isBetweenCommands: Bool { pending.isEmpty }

    /// Takes bytes in and returns the steps that are complete.
    package mutating func read(_ bytes: [UInt8]) -> [EscPosCommand] {
        pending += bytes
        var commands: [EscPosCommand] = []
        var index = 0
        while index < pending.count {
            guard let step = step(at: index) else { break }
            commands.append(step.command)
            index += step.length
        }
        pending.removeFirst(index)
        return commands
    }

    private typealias Step = (command: EscPosCommand, length: Int)

    /// Reads the step at an index; nil if its end has not arrived.
    private func step(at index: Int) -> Step? {
        switch pending[index] {
        case 0x00: (.null, 1)
        case 0x09: (.tab, 1)
        case 0x0A: (.lineFeed, 1)
        case 0x0D: (.carriageReturn, 1)
        case 0x10: realTime(at: index)
        case 0x1B: escape(at: index)
        case 0x1C: fieldSeparator(at: index)
        case 0x1D: groupSeparator(at: index)
        case 0x01..<0x20: (.unknown([pending[index]]), 1)
        default: text(at: index)
        }
    }

    private func text(at index: Int) -> Step? {
        let run = pending[index...].prefix { $0 >= 0x20 }
        return (.text(Array(run)), run.count)
    }

    private func byte(_ index: Int) -> UInt8? { index < pending.count ? pending[index] : nil }

    private func bytes(_ index: Int, _ count: Int) -> [UInt8]? {
        index + count <= pending.count ? Array(pending[index..<index + count]) : nil
    }

    /// A command with one parameter.
    private func one(_ index: Int, _ make: (UInt8) -> EscPosCommand) -> Step? {
        byte(index + 2).map { (make($0), 3) }
    }

    /// A command that is only stepped over.
    private func other(_ index: Int, _ length: Int) -> Step? {
        guard length <= Self.longestCommand else { return (.unknown([pending[index]]), 1) }
        return bytes(index, length).map { (.other($0), length) }
    }

    private func escape(at index: Int) -> Step? {
        guard let name = byte(index + 1) else { return nil }
        switch name {
        case 0x40: return (.initialise, 2)
        case 0x21: return one(index) { .printMode($0) }
        case 0x2D: return one(index) { .underline($0 & 0x0F) }
        case 0x32: return (.lineSpacing(nil), 2)
        case 0x33: return one(index) { .lineSpacing($0) }
        case 0x45: return one(index) { .bold($0 & 1 == 1) }
        case 0x4A: return one(index) { .feedUnits($0) }
        case 0x4D: return one(index) { .font($0 & 0x0F) }
        case 0x52: return one(index) { .internationalSet($0) }
        case 0x61: return one(index) { .alignment(EscPosAlignment(rawValue: $0 & 3) ?? .left) }
        case 0x64: return one(index) { .feedLines($0) }
        case 0x69: return (.cut(full: true, feeds: false), 2)
        case 0x6D: return (.cut(full: false, feeds: false), 2)
        case 0x70:
            return bytes(index, 5).map { (.drawer(pin: $0[2] & 1, on: $0[3], off: $0[4]), 5) }
        case 0x74: return one(index) { .codePage($0) }
        case 0x76, 0x0C, 0x4C, 0x53: return other(index, 2)
        case 0x20, 0x3D, 0x47, 0x4B, 0x54, 0x56, 0x65, 0x7B: return other(index, 3)
        case 0x24, 0x5C, 0x42, 0x63: return other(index, 4)
        case 0x2A: return column(at: index)
        case 0x28: return counted(at: index)
        default: return (.unknown([0x1B, name]), 2)
        }
    }

    private func fieldSeparator(at index: Int) -> Step? {
        guard let name = byte(index + 1) else { return nil }
        switch name {
        case 0x26: return (.multiByte(true), 2)
        case 0x2E: return (.multiByte(false), 2)
        case 0x21, 0x2D, 0x43, 0x57: return other(index, 3)
        case 0x53, 0x70: return other(index, 4)
        case 0x28: return counted(at: index)
        default: return (.unknown([0x1C, name]), 2)
        }
    }

    private func groupSeparator(at index: Int) -> Step? {
        guard let name = byte(index + 1) else { return nil }
        switch name {
        case 0x21: return one(index) { .size(EscPosSize(parameter: $0)) }
        case 0x42: return one(index) { .inverse($0 & 1 == 1) }
        case 0x61: return one(index) { .automaticStatus($0) }
        case 0x72: return one(index) { .orderedStatus($0) }
        case 0x48, 0x49, 0x62, 0x66, 0x68, 0x77: return other(index, 3)
        case 0x4C, 0x50, 0x57: return other(index, 4)
        case 0x67: return other(index, 6)
        case 0x56: return cut(at: index)
        case 0x6B: return barCode(at: index)
        case 0x76: return raster(at: index)
        case 0x28: return counted(at: index)
        default: return (.unknown([0x1D, name]), 2)
        }
    }

    private func cut(at index: Int) -> Step? {
        guard let mode = byte(index + 2) else { return nil }
        switch mode {
        case 0x00, 0x01, 0x30, 0x31: return (.cut(full: mode & 1 == 0, feeds: false), 3)
        default: return bytes(index, 4).map { (.cut(full: $0[2] & 1 == 1, feeds: true), 4) }
        }
    }

    private func raster(at index: Int) -> Step? {
        guard let head = bytes(index, EscPosLimits.rasterHeaderBytes) else { return nil }
        let bytesPerRow = Int(head[4]) | Int(head[5]) << 8
        let count = bytesPerRow * (Int(head[6]) | Int(head[7]) << 8)
        guard head[2] == 0x30, count > 0, count <= Self.longestCommand else {
            return (.unknown(Array(head[0..<3])), 3)
        }
        return bytes(index + head.count, count).map { data in
            let raster = EscPosRaster(
                doubleWidth: head[3] & 1 != 0, doubleHeight: head[3] & 2 != 0,
                bytesPerRow: bytesPerRow, bytes: data)
            return (.raster(raster), head.count + count)
        }
    }

    /// A bar code: its first form ends with 00, its second says how long it is.
    private func barCode(at index: Int) -> Step? {
        guard let number = byte(index + 2) else { return nil }
        if number >= 0x41 {
            guard let count = byte(index + 3) else { return nil }
            return bytes(index + 4, Int(count)).map { (.barCode(number: number, bytes: $0), 4 + Int(count)) }
        }
        // Looked for no further than a stream in pieces would wait for it.
        let limit = index + Self.longestBarCode
        guard let end = pending[..<min(limit, pending.count)].dropFirst(index + 3).firstIndex(of: 0) else {
            return pending.count >= limit ? (.unknown([0x1D, 0x6B]), 2) : nil
        }
        return other(index, end + 1 - index)
    }

    private func column(at index: Int) -> Step? {
        guard let head = bytes(index, 5) else { return nil }
        let columns = Int(head[3]) | Int(head[4]) << 8
        guard let mode = ColumnMode(rawValue: head[2]), columns > 0 else {
            return other(index, EscPosColumns.headerBytes + columns * (head[2] >= 32 ? 3 : 1))
        }
        let count = columns * mode.bytesPerColumn
        return bytes(index + head.count, count).map { data in
            (.columns(EscPosColumns(mode: mode, bytes: data)), head.count + count)
        }
    }

    /// A command that says how long it is.
    private func counted(at index: Int) -> Step? {
        guard let head = bytes(index, 5) else { return nil }
        let length = 5 + (Int(head[3]) | Int(head[4]) << 8)
        guard let whole = bytes(index, length) else { return nil }
        if whole[0] == 0x1D, whole[2] == 0x48, length == 11, whole[5...6].allSatisfy({ $0 == 0x30 }) {
            return (.processID(Array(whole[7...])), length)
        }
        return (.other(whole), length)
    }

    private func realTime(at index: Int) -> Step? {
        guard let name = byte(index + 1) else { return nil }
        switch name {
        case 0x04: return one(index) { .realTimeStatus($0) }
        case 0x05: return one(index) { .realTimeRecovery($0) }
        case 0x14:
            guard let function = byte(index + 2) else { return nil }
            switch function {
            case 0x08:
                return bytes(index, EscPosQuery.clearBuffers.count).map { whole in
                    (whole == EscPosQuery.clearBuffers ? .clearBuffers : .other(whole), whole.count)
                }
            case 0x01, 0x02: return other(index, 5)
            default: return other(index, 4)
            }
        default: return (.unknown([0x10, name]), 2)
        }
    }
}
