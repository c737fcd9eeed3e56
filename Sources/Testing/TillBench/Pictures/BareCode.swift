// SPDX-License-Identifier: Apache-2.0

import CQREncode
import Foundation
import Raster

/// A code by libqrencode alone, and memory that is copied: the yardstick of `painter`.
struct BareCode {
    private let text: [CChar]
    private let level: QRecLevel
    /// Modules a side.
    let size: Int

    /// Takes what the renderer would encode, at the level that it would choose.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it is no payload.
    init(_ payload: String) throws(BenchFault) {
        let matrix: QRMatrix
        do {
            matrix = try QRMatrix(text: payload)
        } catch {
            throw .missing("\(payload) is no payload: \(error)")
        }
        text = payload.utf8CString.map { $0 }
        size = matrix.size
        level =
            switch matrix.level {
            case .l: QR_ECLEVEL_L
            case .m: QR_ECLEVEL_M
            case .q: QR_ECLEVEL_Q
            case .h: QR_ECLEVEL_H
            }
    }

    /// Encodes.
    ///
    /// - Returns: Modules a side; 0 if it failed.
    func encode() -> Int {
        guard let code = QRcode_encodeString(text, 0, level, QR_MODE_8, 1) else { return 0 }
        defer { QRcode_free(code) }
        return Int(code.pointee.width)
    }
}
