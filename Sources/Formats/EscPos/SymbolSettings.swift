// SPDX-License-Identifier: Apache-2.0

import Raster

/// What a printer was told about bar codes and codes, and the code that it holds.
struct SymbolSettings {
    /// Rows of a bar code.
    private(set) var barHeight = 162
    /// Dots of its narrowest bar.
    private(set) var barDots = 3
    private var moduleDots = 3
    private var level = ErrorCorrection.l
    private var payload: [UInt8] = []

    /// Takes a setting in.
    ///
    /// - Returns: a code if the command prints one; what it holds is nil if it holds none.
    mutating func obey(_ command: [UInt8]) -> (code: QRMatrix?, moduleDots: Int)? {
        if command.count == 3, command[0] == 0x1D {
            if command[1] == 0x68 { barHeight = max(Int(command[2]), 1) }
            if command[1] == 0x77 { barDots = Int(command[2]) }
        }
        guard command.count >= 8, command.starts(with: [0x1D, 0x28, 0x6B]), command[5] == 0x31 else { return nil }
        switch command[6] {
        case 0x43: moduleDots = min(max(Int(command[7]), 1), 16)
        case 0x45: level = ErrorCorrection.allCases[Int(command[7] & 3)]
        case 0x50: payload = Array(command.dropFirst(8))
        case 0x51: return (try? QRMatrix(text: String(decoding: payload, as: UTF8.self), level: level), moduleDots)
        default: break
        }
        return nil
    }
}
