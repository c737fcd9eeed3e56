// SPDX-License-Identifier: Apache-2.0

import Raster
import SelfScan

/// Reads codes back before they are shown, and the same code on the same pixels only once.
///
/// A countdown changes the picture every second and the code in it never: where a picture has the same pixels at the
/// code and its border, what was read there before still holds.
struct ScanCache: Sendable {
    /// What was read last.
    private struct Entry: Sendable {
        let payload: String
        let picture: Surface
        let area: PixelRect
        let scan: SelfScan
    }

    private var last: Entry?
    /// How many pictures were decoded.
    private(set) var decodes = 0

    /// What is known of a picture already; nil if it has to be decoded.
    func known(_ picture: Surface, payload: String) -> SelfScan? {
        guard let last, last.payload == payload, picture.isSame(as: last.picture, in: last.area) else { return nil }
        return last.scan
    }

    /// Decodes a picture, and remembers what it says.
    ///
    /// - Parameters:
    ///   - picture: as it was drawn.
    ///   - appearance: the same as the payer sees it.
    ///   - payload: what its code has to say.
    ///   - pitch: the edge of a pixel in micrometres; nil if nobody knows.
    mutating func scan(_ picture: Surface, seenAs appearance: Luminance, payload: String, pitch: Int?) -> SelfScan {
        decodes += 1
        let scan = SelfScan(of: appearance, payload: payload, pitch: pitch)
        // Only what reads well is remembered: anything else is looked at again.
        if scan.verdict == .matches, let measure = scan.measure {
            let area = measure.symbol.inset(by: -measure.quietPixels)
            last = Entry(payload: payload, picture: picture, area: area, scan: scan)
        } else {
            last = nil
        }
        return scan
    }

    /// Forgets what was read, as for a display that has changed.
    mutating func forget() { last = nil }
}
