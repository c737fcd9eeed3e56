// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster

/// Pictures that the tests read, and how a foreign reader gets to see them.
enum Picture {
    static let payload = "weixin://wxpay/bizpayurl?pr=NwY5Mz9ab"

    /// A code in the middle of a wider picture.
    static func code(
        _ text: String = payload, modulePixels: Int = 4, quiet: Int = 4, margin: Int = 12, ground: Color = .white
    ) throws -> Surface {
        let code = try Surface(code: QRMatrix(text: text), modulePixels: modulePixels, quiet: quiet)
        var surface = try Surface(width: code.width + 2 * margin, height: code.height + 2 * margin, color: ground)
        surface.blit(code, x: margin, y: margin)
        return surface
    }

    /// The same, seen in a mirror.
    static func mirrored(_ picture: Luminance) throws -> Luminance {
        var levels: [UInt8] = []
        for y in 0..<picture.height {
            for x in 0..<picture.width { levels.append(picture[picture.width - 1 - x, y]) }
        }
        return try Luminance(width: picture.width, height: picture.height, levels: levels)
    }

    /// What ZBar reads, which shares no code with what is tested.
    static func zbar(_ picture: Luminance) throws -> [String] {
        let folder = try TemporaryFolder()
        let header = Array("P5\n\(picture.width) \(picture.height)\n255\n".utf8)
        let file = try folder.file("picture.pgm", header + picture.levels)
        do {
            return try ForeignTool.codes(in: file)
        } catch let failure as ForeignTool.Failure where failure.status == 4 {
            // It ends with 4 if there is no code.
            return []
        }
    }
}
