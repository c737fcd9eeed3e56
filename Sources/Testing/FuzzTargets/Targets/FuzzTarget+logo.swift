// SPDX-License-Identifier: Apache-2.0

import EscPos
import Raster
import Receipts

extension FuzzTarget {
    /// The shop's logo: a PNG whose sums are put right, or a PBM.
    static let logo = FuzzTarget(
        "logo",
        words: [
            "\u{0}\u{0}\u{0}\u{D}IHDR", "PLTE", "tRNS", "IDAT", "\u{0}\u{0}\u{0}\u{0}IEND", "tEXt", "P4\n", "P1\n",
            "16 16\n",
            "4096 1024\n", "# x\n", "0 1 ", "\u{10}\u{14}\u{1}\u{0}\u{1}",
        ], longest: 2048
    ) { input in
        do throws(PictureError) {
            let logo = try SlipLogo(file: ChunkSums.corrected(input), width: 384, mostRows: 200)
            let picture = logo.picture
            guard (1...307).contains(picture.width), (1...200).contains(picture.height) else {
                return .broken("a logo of \(picture.width)x\(picture.height) dots")
            }
            return .of(fault(of: picture), otherwise: .read)
        } catch {
            return .of(Sentence.fault(of: error.description), otherwise: .refused)
        }
    }

    /// What a picture would make a printer do besides printing it.
    private static func fault(of picture: Bitmap) -> String? {
        for mode in [nil, ColumnMode.twentyFourDouble] {
            var encoder = EscPosEncoder(pages: [])
            do throws(EscPosError) {
                if let mode {
                    let units = RowUnits(unitsPerInch: 203, rowsPerInch: 203)
                    try encoder.columns(picture, mode: mode, units: units)
                } else {
                    try encoder.raster(picture)
                }
            } catch {
                return "a logo that cannot be printed: \(error)"
            }
            let bytes = encoder.finish().bytes
            if RealTimeSequence.first(in: bytes) != nil { return "a logo holds bytes that are obeyed at once" }
        }
        return nil
    }
}
