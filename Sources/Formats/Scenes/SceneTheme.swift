// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Holds the colours of screens; the area of a code is black on white in all of them.
package struct SceneTheme: Hashable, Sendable {
    /// Colours of one kind of screen.
    package struct Palette: Hashable, Sendable {
        /// Behind everything.
        package let ground: Color
        /// Of the words that matter.
        package let ink: Color
        /// Of the words that help.
        package let quiet: Color
        /// Of symbols and bars.
        package let accent: Color
        /// Of what stands on the accent.
        package let mark: Color
    }

    /// Beside a code, between sales and while starting.
    package let neutral: Palette
    /// Of the empty part of a bar.
    package let track: Color
    /// When the money is there.
    package let paid: Palette
    /// When there will be no payment.
    package let notPaid: Palette
    /// While nobody knows.
    package let checking: Palette
    /// When the money came too late.
    package let late: Palette
    /// When a person has to look.
    package let held: Palette

    /// All palettes with their names.
    package var palettes: [(name: String, palette: Palette)] {
        [
            ("neutral", neutral), ("paid", paid), ("not paid", notPaid), ("checking", checking), ("late", late),
            ("held", held),
        ]
    }

    /// Dark words on a light ground.
    package static let light = SceneTheme(
        neutral: Palette(
            ground: Color(0xEEF1F5),
            ink: Color(0x10182B),
            quiet: Color(0x4A5468),
            accent: Color(0x1B62D1),
            mark: .white
        ),
        track: Color(0xCBD3DF)
    )

    /// Light words on a dark ground.
    package static let dark = SceneTheme(
        neutral: Palette(
            ground: Color(0x101B33),
            ink: .white,
            quiet: Color(0xB4C0D6),
            accent: Color(0x5AA2FF),
            mark: Color(0x101B33)
        ),
        track: Color(0x2C3B5C)
    )

    /// Pure black on pure white, for panels that know nothing else.
    package static let mono: SceneTheme = {
        let plain = Palette(ground: .white, ink: .black, quiet: .black, accent: .black, mark: .white)
        return SceneTheme(
            neutral: plain,
            track: .white,
            paid: plain,
            notPaid: plain,
            checking: plain,
            late: plain,
            held: plain
        )
    }()

    private init(neutral: Palette, track: Color) {
        self.init(
            neutral: neutral,
            track: track,
            paid: Self.state(ground: 0x08753F, isDark: true, quiet: 0xD6F5E3),
            notPaid: Self.state(ground: 0xA3211B, isDark: true, quiet: 0xFFE0DC),
            checking: Self.state(ground: 0xFFC533, isDark: false, quiet: 0x4A3500),
            late: Self.state(ground: 0xF08A24, isDark: false, quiet: 0x3A1C00),
            held: Self.state(ground: 0x21479C, isDark: true, quiet: 0xDCE6FF)
        )
    }

    private init(
        neutral: Palette,
        track: Color,
        paid: Palette,
        notPaid: Palette,
        checking: Palette,
        late: Palette,
        held: Palette
    ) {
        self.neutral = neutral
        self.track = track
        self.paid = paid
        self.notPaid = notPaid
        self.checking = checking
        self.late = late
        self.held = held
    }

    private static func state(ground: UInt32, isDark: Bool, quiet: UInt32) -> Palette {
        let ink = isDark ? Color.white : Color(0x211500)
        return Palette(ground: Color(ground), ink: ink, quiet: Color(quiet), accent: ink, mark: Color(ground))
    }
}
