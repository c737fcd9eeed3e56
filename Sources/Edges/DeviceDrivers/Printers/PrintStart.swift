// SPDX-License-Identifier: Apache-2.0

package import EscPos

/// What has to be written down before the first byte of a job, so that its end can be told later.
package struct PrintStart: Sendable, Hashable {
    /// What the printer's count of cuts was; nil if it has none.
    package let cutsBefore: Int?
    /// How often the job cuts.
    package let cuts: Int
    /// What comes back when the whole job is on paper; nil if the printer gives no marks back.
    package let mark: FenceMark?
    /// The name of the device's files, by which it is known again; nil if nobody can tell it from others.
    package let device: String?

    /// Puts together what is known before a job.
    package init(cutsBefore: Int?, cuts: Int, mark: FenceMark?, device: String? = nil) {
        self.cutsBefore = cutsBefore
        self.cuts = cuts
        self.mark = mark
        self.device = device
    }

    /// Puts together what was written down; a mark that no printer gives back is left out.
    ///
    /// - Parameter markText: the four characters of the mark.
    package init(cutsBefore: Int?, cuts: Int, markText: String?, device: String? = nil) {
        self.init(
            cutsBefore: cutsBefore, cuts: cuts, mark: markText.flatMap { FenceMark(payload: Array($0.utf8)) },
            device: device)
    }

    /// The four characters of the mark.
    package var markText: String? { mark.map { String(decoding: $0.bytes, as: UTF8.self) } }
}
