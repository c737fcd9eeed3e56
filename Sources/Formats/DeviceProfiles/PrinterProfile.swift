// SPDX-License-Identifier: Apache-2.0

/// What one model of printer can do, as its file in `Devices/Printers` says.
package struct PrinterProfile: Sendable, Hashable {
    /// The name of the file without its ending, such as `epson-tm-t88v`.
    package let id: String
    /// Who makes it.
    package let vendor: String
    /// What the maker calls it.
    package let model: String
    /// The profile that it takes everything from that it does not say itself; nil for a base.
    package let inherits: String?
    /// How sure it is that the profile is right.
    package let support: SupportLevel
    /// Where the facts are from.
    package let source: String
    /// How the model is recognised when it is plugged in.
    package let match: DeviceMatch
    /// Resolution, paper and feeds.
    package let print: PrintGeometry
    /// The cells of the built-in fonts by letter, such as `A`.
    package let fonts: [String: FontCell]
    /// Which characters it has.
    package let text: TextAbilities
    /// How pictures are sent.
    package let image: ImageAbilities
    /// How much of a logo it can take.
    package let logo: LogoLimits
    /// How payment codes are sent.
    package let qr: CodeAbilities
    /// What it answers.
    package let status: StatusAbilities
    /// Cutter, drawer and speed.
    package let mechanism: Mechanism
    /// What it does otherwise than others.
    package let quirks: Quirks
}

extension PrinterProfile {
    /// The cell of font A; 12 by 24 dots if the profile does not say.
    package var cell: FontCell { fonts["A"] ?? FontCell(width: 12, height: 24) }

    /// How many characters of font A stand in a line on paper of a width.
    ///
    /// - Parameter paper: the width of the roll in millimetres; nil is the widest.
    package func columns(paper: Int? = nil) -> Int { max(dots(paper: paper) / cell.width, 1) }

    /// How many dots stand in a row on paper of a width.
    ///
    /// - Parameter paper: the width of the roll in millimetres; nil, or one that the printer does
    ///   not take, is the widest.
    package func dots(paper: Int? = nil) -> Int {
        print.paper.first { $0.millimetres == paper }?.dots
            ?? print.paper.map(\.dots).max() ?? 384
    }

    /// The parameter of the line spacing command: line spacing in vertical motion units.
    package var lineSpacingUnits: Int {
        print.lineSpacingDots * print.verticalUnit / max(print.dpi, 1)
    }
}
