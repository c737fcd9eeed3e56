// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
package import Raster

/// Draws what a payer sees: a pure function of the screen, the display's geometry and the fonts.
///
/// Every state has a colour, a shape and a word of its own. A screen that would not be readable is
/// refused and not drawn.
package struct SceneRenderer: Sendable {
    /// The fewest columns and rows of a display.
    package static let leastWidth = 64
    /// The fewest rows of a display.
    package static let leastHeight = 40

    let type: TypeSetter
    let words: ScreenWords
    private let theme: SceneTheme

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - fonts: what texts are set with; if it lacks characters of the language, screens are in English.
    ///   - language: of the words.
    ///   - theme: of the colours; panels of black and white have their own.
    package init(fonts: TypeSetter, language: ScreenLanguage, theme: SceneTheme = .dark) {
        type = fonts
        let wanted = ScreenWords.words(in: language)
        words = fonts.covers(wanted.everything) ? wanted : ScreenWords.words(in: .english)
        self.theme = theme
    }

    /// Draws a screen.
    ///
    /// - Throws: ``SceneError``; nothing is drawn then, and the caller decides what to show instead.
    package func draw(_ screen: Screen, geometry: DisplayGeometry) throws(SceneError) -> Surface {
        let stage = try SceneStage(geometry: geometry, theme: geometry.isMono ? .mono : theme)
        return switch screen {
        case .code(let code):
            try draw(code, stage: stage)
        case .idle(let idle):
            try draw(idle, stage: stage)
        case .boot, .waiting:
            try draw(busy(screen, palette: stage.theme.neutral), stage: stage)
        case .checking(let amount, let order):
            try draw(
                StatusScene(
                    palette: stage.theme.checking,
                    symbol: .hourglass,
                    headline: words.checking,
                    amount: amount,
                    warning: words.doNotPayAgain,
                    order: order
                ),
                stage: stage
            )
        case .paid, .notPaid, .paidLate, .held, .outOfOrder:
            try draw(ended(screen, colors: stage.theme), stage: stage)
        }
    }

    /// What is said while the machine is at work and the payer has nothing to do.
    private func busy(_ screen: Screen, palette: SceneTheme.Palette) -> StatusScene {
        var scene = StatusScene(
            palette: palette,
            symbol: .hourglass,
            headline: words.starting,
            details: [words.pleaseWait]
        )
        if case .waiting(let amount) = screen {
            scene = StatusScene(
                palette: palette,
                symbol: .hourglass,
                headline: words.preparing,
                amount: amount,
                details: [words.pleaseWait]
            )
        }
        return scene
    }

    /// What is said when a sale is over, one way or the other; anything else asks for a person.
    private func ended(_ screen: Screen, colors: SceneTheme) -> StatusScene {
        switch screen {
        case .paid(let amount, let order):
            StatusScene(
                palette: colors.paid,
                symbol: .tick,
                headline: words.paid,
                amount: amount,
                details: [words.thankYou],
                order: order
            )
        case .notPaid(let reason):
            StatusScene(
                palette: colors.notPaid,
                symbol: .cross,
                headline: words.notPaid,
                details: words.lines(for: reason)
            )
        case .paidLate(let order):
            StatusScene(
                palette: colors.late,
                symbol: .clock,
                headline: words.paidLate,
                warning: words.askStaff,
                order: order
            )
        case .held(let order):
            held(order: order, colors: colors)
        case .outOfOrder:
            StatusScene(
                palette: colors.held,
                symbol: .hand,
                headline: words.unavailable,
                warning: words.askStaff
            )
        case .boot, .idle, .waiting, .code, .checking:
            held(order: "", colors: colors)
        }
    }

    private func held(order: String, colors: SceneTheme) -> StatusScene {
        StatusScene(
            palette: colors.held,
            symbol: .hand,
            headline: words.askStaff,
            warning: words.doNotPayAgain,
            order: order
        )
    }
}
