// SPDX-License-Identifier: Apache-2.0

import Raster
import Scenes

/// The screen with a code, drawn as the daemon draws it: everything that the benches know of scenes.
struct SceneDrawing {
    private let renderer: SceneRenderer
    private let geometry = DisplayGeometry(width: GlassFile.width, height: GlassFile.height)

    /// The fonts that a terminal has.
    static let fonts = ["/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#0"]

    /// Opens the fonts.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if they are not there: boxes are drawn faster than letters.
    init() throws(BenchFault) {
        let fonts = TypeSetter(fonts: Self.fonts)
        guard fonts.problems.isEmpty else { throw .missing("the fonts cannot be opened: install fonts-wqy-microhei") }
        renderer = SceneRenderer(fonts: fonts)
    }

    /// Draws a code.
    ///
    /// - Parameter secondsLeft: what the countdown says.
    /// - Throws: ``BenchFault/missing(_:)`` if it is refused.
    func draw(_ payload: String, secondsLeft: Int = 60) throws(BenchFault) -> Surface {
        let amount = ShownAmount(text: "12.50", sign: "¥", code: "CNY")
        let code = CodeScreen(
            payload: payload, amount: amount, merchant: "Corner Tea",
            validity: .countdown(secondsLeft: secondsLeft, of: 300), order: "CDEF")
        do {
            return try renderer.draw(.code(code), geometry: geometry)
        } catch {
            throw .missing("the screen cannot be drawn: \(error)")
        }
    }
}
