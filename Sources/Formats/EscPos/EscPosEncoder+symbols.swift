// SPDX-License-Identifier: Apache-2.0

package import Raster

extension EscPosEncoder {
    /// Prints a bar code in the middle, without its text.
    ///
    /// - Parameters:
    ///   - code: what is printed; it has to fit the paper, or the printer prints nothing.
    ///   - moduleDots: dots of the narrowest bar, 2 to 6.
    ///   - height: dots, 1 to 255.
    package mutating func barCode(_ code: BarCode, moduleDots: Int, height: Int = 80) {
        command(barCodes(module: moduleDots, height: height))
        command(code.command, aligned: .centre)
        align(.left)
    }

    /// Prints a code that the printer makes itself, in the middle.
    ///
    /// The printer leaves no border: the caller feeds above and below.
    /// - Parameters:
    ///   - payload: the text of the code.
    ///   - level: the error correction.
    ///   - moduleDots: dots a module, 1 to 16.
    ///   - longest: the most bytes that the printer is known to take.
    /// - Throws: ``EscPosError/noNativeCode(bytes:)``; nothing has been written then.
    package mutating func nativeCode(
        _ payload: String, level: ErrorCorrection, moduleDots: Int, longest: Int
    ) throws(EscPosError) {
        let bytes = Array(payload.utf8)
        let fits = !bytes.isEmpty && bytes.count <= min(longest, EscPosLimits.segmentBytes - 8)
        guard fits, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), RealTimeSequence.first(in: bytes) == nil else {
            throw .noNativeCode(bytes: bytes.count)
        }
        let grade = UInt8(0x30 + (ErrorCorrection.allCases.firstIndex(of: level) ?? 1))
        let count = bytes.count + 3
        command([0x1D, 0x28, 0x6B, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00])
        command([0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x43, UInt8(min(max(moduleDots, 1), 16))])
        command([0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x45, grade])
        command([0x1D, 0x28, 0x6B, UInt8(count & 0xFF), UInt8(count >> 8), 0x31, 0x50, 0x30] + bytes)
        command([0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30], aligned: .centre)
        align(.left)
    }

    /// Feeds motion units, with as many commands as it takes; what stands in the line is printed before.
    package mutating func feed(units: Int) {
        for first in stride(from: 0, to: max(units, 1), by: 255) {
            command([0x1B, 0x4A, UInt8(min(max(units - first, 0), 255))])
        }
    }

    /// Beeps with the unit that Epson sells for its printers.
    ///
    /// - Parameter times: 1 to 9.
    package mutating func beepUnit(times: Int) {
        command([0x1B, 0x28, 0x41, 0x04, 0x00, 0x30, 0x31, UInt8(min(max(times, 1), 9)), 0x02])
    }

    /// Beeps as printers do that have a buzzer built in.
    ///
    /// - Parameter times: 1 to 9.
    package mutating func beep(times: Int) {
        command([0x1B, 0x42, UInt8(min(max(times, 1), 9)), 0x02])
    }
}
