// SPDX-License-Identifier: Apache-2.0

import CQREncode
import Glibc

/// Holds the dark and light modules of a QR code, without its quiet zone.
package struct QRMatrix: Hashable, Sendable {
    /// Modules a side: 21 to 177.
    package let size: Int
    /// The level that was used, which may be higher than the one that was asked for.
    package let level: ErrorCorrection
    /// One byte a module, row by row; 1 is dark.
    let modules: [UInt8]

    /// The version of the symbol: 1 to 40.
    package var version: Int { (size - 17) / 4 }

    /// Tells whether a module is dark.
    ///
    /// - Parameters:
    ///   - x: the column, 0 at the left.
    ///   - y: the row, 0 at the top.
    package subscript(x: Int, y: Int) -> Bool {
        modules[y * size + x] != 0
    }

    /// Encodes a text exactly as it is, in the smallest symbol.
    ///
    /// - Parameters:
    ///   - text: the payload, case and all; at most 2953 bytes of UTF-8.
    ///   - level: the lowest error correction, `.l` on screens and `.m` on paper.
    ///   - boost: raises the level as far as the symbol does not grow.
    /// - Throws: ``RasterError/payloadEmpty``, ``RasterError/payloadTooLong(bytes:limit:)`` or
    ///   ``RasterError/encoderFailed(errno:)``.
    package init(text: String, level: ErrorCorrection = .l, boost: Bool = true) throws(RasterError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .payloadEmpty }
        guard bytes.count <= QRCapacity.mostBytes,
            let version = QRCapacity.smallestVersion(for: bytes, level: level)
        else {
            throw .payloadTooLong(bytes: bytes.count, limit: QRCapacity.mostBytes)
        }

        guard boost else {
            self = try Self.encoded(bytes, level: level)
            return
        }
        // The forecast is right for nearly every payload, and then one encoding is enough.
        let foretold = QRCapacity.highestLevel(for: bytes, version: version, from: level)
        let first = try Self.encoded(bytes, level: foretold)
        if first.version == version {
            self = first
            return
        }
        var best = try Self.encoded(bytes, level: level)
        for higher in ErrorCorrection.allCases where higher > level {
            guard let next = try? Self.encoded(bytes, level: higher), next.version == best.version else { break }
            best = next
        }
        self = best
    }

    private init(size: Int, level: ErrorCorrection, modules: [UInt8]) {
        self.size = size
        self.level = level
        self.modules = modules
    }

    private static func encoded(_ bytes: [UInt8], level: ErrorCorrection) throws(RasterError) -> QRMatrix {
        let wanted =
            switch level {
            case .l: QR_ECLEVEL_L
            case .m: QR_ECLEVEL_M
            case .q: QR_ECLEVEL_Q
            case .h: QR_ECLEVEL_H
            }
        let code: UnsafeMutablePointer<QRcode>?
        if bytes.contains(0) {
            // A C string would end at the first NUL.
            code = QRcode_encodeData(CInt(bytes.count), bytes, 0, wanted)
        } else {
            let text = bytes.map { CChar(bitPattern: $0) } + [0]
            code = QRcode_encodeString(text, 0, wanted, QR_MODE_8, 1)
        }
        guard let code else {
            let number = errno
            throw number == ERANGE
                ? .payloadTooLong(bytes: bytes.count, limit: QRCapacity.mostBytes) : .encoderFailed(errno: number)
        }
        defer { QRcode_free(code) }

        let size = Int(code.pointee.width)
        guard let symbol = code.pointee.data, size >= 21 else { throw .encoderFailed(errno: EINVAL) }
        // Only the lowest bit says dark; the others tell what the module is for.
        let modules = UnsafeBufferPointer(start: symbol, count: size * size).map { $0 & 1 }
        return QRMatrix(size: size, level: level, modules: modules)
    }
}

extension QRMatrix {
    /// Lists the dark stretches of one row as ranges of columns.
    func runs(inRow y: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var x = 0
        let base = y * size
        while x < size {
            guard modules[base + x] != 0 else {
                x += 1
                continue
            }
            let start = x
            while x < size, modules[base + x] != 0 { x += 1 }
            runs.append(start..<x)
        }
        return runs
    }
}
