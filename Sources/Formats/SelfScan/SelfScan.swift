// SPDX-License-Identifier: Apache-2.0

package import Raster

/// A code, read back from the picture that a payer sees.
package struct SelfScan: Hashable, Sendable {
    /// Whether it says what it should.
    package let verdict: ScanVerdict
    /// How large it stands there; nil if it cannot be read, or is not drawn in whole pixels.
    package let measure: CodeMeasure?

    /// States both.
    package init(verdict: ScanVerdict, measure: CodeMeasure?) {
        self.verdict = verdict
        self.measure = measure
    }

    /// Reads a picture and compares what it says.
    ///
    /// - Parameters:
    ///   - picture: what the payer sees, upright.
    ///   - payload: what the code has to say, byte for byte.
    ///   - pitch: the edge of a pixel in micrometres; nil if nobody knows.
    package init(of picture: Luminance, payload: String, pitch: Int?) {
        let codes: [ReadCode]
        do throws(CodeReaderError) {
            codes = try CodeReader.codes(in: picture)
        } catch {
            self.init(verdict: .notRead, measure: nil)
            return
        }
        guard let code = codes.first else {
            self.init(verdict: .noCode, measure: nil)
            return
        }
        let measure = CodeMeasure(of: picture, at: code, pitch: pitch)
        if let other = codes.first(where: { !$0.bytes.elementsEqual(payload.utf8) }) {
            self.init(verdict: .otherCode(text: other.text()), measure: measure)
        } else if codes.count > 1 {
            self.init(verdict: .severalCodes, measure: measure)
        } else {
            // What a mirror shows is read here, and not by most phones.
            self.init(verdict: code.isMirrored ? .noCode : .matches, measure: measure)
        }
    }
}
