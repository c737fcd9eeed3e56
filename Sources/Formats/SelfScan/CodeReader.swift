// SPDX-License-Identifier: Apache-2.0

import CZXing
package import Raster

/// Reads the QR codes of a picture with ZXing-C++: another program than the one that drew them.
package enum CodeReader {
    /// How black is told from white.
    package enum Threshold: CaseIterable, Hashable, Sendable {
        /// In the middle: for pictures that were drawn.
        case inTheMiddle
        /// By the neighbourhood: for pale panels and pictures of cameras.
        case byNeighbourhood
    }

    /// The most codes that are told of; more than one is one too many for a payer.
    package static let codesMax = Int(CZXING_CODES_MAX)

    /// Reads all codes of a picture that stand for themselves, black on white.
    ///
    /// - Throws: ``CodeReaderError/failed`` if the reader could not look.
    package static func codes(in picture: Luminance, threshold: Threshold) throws(CodeReaderError) -> [ReadCode] {
        var found = [czxing_code](repeating: czxing_code(), count: codesMax)
        var payload = [UInt8](repeating: 0, count: codesMax * Int(CZXING_PAYLOAD_MAX))
        let count = picture.levels.withUnsafeBufferPointer { levels in
            czxing_read(
                levels.baseAddress, Int32(picture.width), Int32(picture.height), Int32(picture.width),
                threshold == .inTheMiddle ? CZXING_IN_THE_MIDDLE : CZXING_BY_NEIGHBOURHOOD, &found, found.count,
                &payload, payload.count)
        }
        guard count >= 0 else { throw .failed }
        return found.prefix(Int(count)).map { code in
            let (x, y) = (code.x, code.y)
            return ReadCode(
                bytes: Array(payload[code.offset..<code.offset + code.length]),
                corners: zip([x.0, x.1, x.2, x.3], [y.0, y.1, y.2, y.3]).map {
                    ReadCode.Corner(x: Int($0), y: Int($1))
                },
                isMirrored: code.is_mirrored != 0)
        }
    }

    /// Reads all codes of a picture, the easy way first and then with more effort.
    ///
    /// A reader that finds nothing in small modules often does when each pixel is repeated; phones come closer
    /// instead.
    ///
    /// - Throws: ``CodeReaderError/failed`` if the reader could not look.
    package static func codes(in picture: Luminance) throws(CodeReaderError) -> [ReadCode] {
        for threshold in Threshold.allCases {
            let codes = try codes(in: picture, threshold: threshold)
            if !codes.isEmpty { return codes }
        }
        guard min(picture.width, picture.height) <= smallSide, let large = picture.enlarged(by: enlargement) else {
            return []
        }
        return try codes(in: large, threshold: .inTheMiddle).map { code in
            ReadCode(
                bytes: code.bytes,
                corners: code.corners.map { ReadCode.Corner(x: $0.x / enlargement, y: $0.y / enlargement) },
                isMirrored: code.isMirrored)
        }
    }

    /// Sides up to which modules may be as small as two pixels.
    static let smallSide = 320
    /// How often a pixel is repeated for another look.
    static let enlargement = 3
}

/// Says why a picture could not be looked at.
package enum CodeReaderError: Error, Hashable, Sendable {
    /// The reader failed, as it does without memory.
    case failed
}

extension CodeReaderError: CustomStringConvertible {
    /// Says what is wrong and what to do, in one line.
    package var description: String { "the code reader failed: look at the machine's memory" }
}
