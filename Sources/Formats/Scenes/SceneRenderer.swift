// SPDX-License-Identifier: Apache-2.0

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
    let logo: SceneLogo?
    private let theme: SceneTheme

    /// The characters of the wanted language that no font has; screens are in English if there are any.
    package let uncovered: [Unicode.Scalar]

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - fonts: what texts are set with; if it lacks characters of the words, screens are in English.
    ///   - words: what screens say.
    ///   - theme: of the colours; panels of black and white have their own.
    ///   - logo: the shop's, for screens between sales.
    package init(
        fonts: TypeSetter, words: ScreenWords = .english, theme: SceneTheme = .dark, logo: SceneLogo? = nil
    ) {
        type = fonts
        uncovered = fonts.missing(in: words.everything)
        self.words = uncovered.isEmpty ? words : .english
        self.theme = theme
        self.logo = logo
    }

    /// Draws a screen.
    ///
    /// - Throws: ``SceneError``; nothing is drawn then, and the caller decides what to show instead.
    package func draw(_ screen: Screen, geometry: DisplayGeometry) throws(SceneError) -> Surface {
        let stage = try stage(geometry)
        switch screen {
        case .code(let code): return try draw(code, stage: stage)
        case .test(let test): return try draw(test, stage: stage)
        case .idle(let idle): return try draw(idle, stage: stage)
        case .offline(let inner): return try drawOffline(inner, stage: stage)
        case .boot, .waiting, .checking, .paid, .notPaid, .paidLate, .held, .outOfOrder:
            return try draw(status(screen, colors: stage.theme), stage: stage)
        }
    }

    func stage(_ geometry: DisplayGeometry) throws(SceneError) -> SceneStage {
        try SceneStage(geometry: geometry, theme: geometry.isMono ? .mono : theme)
    }

    /// An amount with its sign where the fonts have it, else with its code.
    func line(of amount: ShownAmount) -> String {
        amount.sign.isEmpty || type.covers(amount.sign) ? amount.line : amount.plainLine
    }

    /// What a state looks like; a screen of another kind asks for a person.
    func status(_ screen: Screen, colors: SceneTheme) -> StatusScene {
        switch screen {
        case .boot:
            return StatusScene(
                palette: colors.neutral, symbol: .hourglass, headline: words[.starting],
                details: [words[.pleaseWait]])
        case .waiting(let amount, let order):
            return StatusScene(
                palette: colors.neutral, symbol: .dots, headline: words[.preparing], amount: line(of: amount),
                details: [words[.pleaseWait]], order: order)
        case .checking(let amount, let order):
            return StatusScene(
                palette: colors.checking, symbol: .question, headline: words[.checking], amount: line(of: amount),
                warning: words[.doNotPayAgain], order: order)
        case .paid(let amount, let order):
            return StatusScene(
                palette: colors.paid, symbol: .tick, headline: words[.paid], amount: line(of: amount),
                details: [words[.thankYou]], order: order, isOrderRequired: true)
        case .notPaid(let reason, let order):
            return StatusScene(
                palette: colors.notPaid, symbol: .cross, headline: words[.notPaid], details: words.lines(for: reason),
                order: order)
        case .paidLate(let order):
            return StatusScene(
                palette: colors.late, symbol: .clock, headline: words[.paidLate], warning: words[.askStaff],
                order: order)
        case .outOfOrder:
            return StatusScene(
                palette: colors.held, symbol: .warning, headline: words[.unavailable], warning: words[.askStaff])
        case .held(let order):
            return held(order: order, colors: colors)
        case .idle, .code, .test, .offline:
            return held(order: "", colors: colors)
        }
    }

    private func held(order: String, colors: SceneTheme) -> StatusScene {
        StatusScene(
            palette: colors.held, symbol: .hand, headline: words[.askStaff], warning: words[.doNotPayAgain],
            order: order)
    }
}
