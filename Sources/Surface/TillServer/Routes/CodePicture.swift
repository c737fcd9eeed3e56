// SPDX-License-Identifier: Apache-2.0

import Raster

/// A payment code for those who have no customer screen.
enum CodePicture {
    /// Pixels a module of the PNG: large enough to be scanned from any screen.
    static let modulePixels = 8

    /// Half blocks for the light modules, for a dark terminal or one told to be.
    static func text(_ payload: String) throws -> String { try QRMatrix(text: payload).text(style: .lightBlocks) }

    /// A scalable picture, for a browser.
    static func svg(_ payload: String) throws -> String { try QRMatrix(text: payload).svg() }

    /// Whole pixels and the quiet zone, for everything else.
    static func png(_ payload: String) throws -> [UInt8] {
        try PNG.encode(Surface(code: QRMatrix(text: payload), modulePixels: modulePixels))
    }
}
