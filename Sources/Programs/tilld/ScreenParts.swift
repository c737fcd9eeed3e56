// SPDX-License-Identifier: Apache-2.0

import Raster
import Scenes
import Wording

/// What one display shows of the shop's own: words of its language, and the logo.
struct ScreenParts: Sendable {
    let words: ScreenWords
    let logo: SceneLogo?
    /// What is shown otherwise than it was asked for, a sentence each.
    let notes: [String]

    /// Reads the files of a display's section; what is wrong with them becomes faults with their keys.
    ///
    /// - Parameter language: the terminal's, for a display that names none.
    init(_ display: Settings.Display, usual language: String, fonts: TypeSetter, _ faults: inout [String]) {
        let key = "displays.\(display.name)"
        let own = display.words.compactMap { Self.words($0, "\(key).words", &faults) }
        let wanted = display.language ?? language
        let found = ScreenWords.find(wanted, among: own + ScreenWords.standard)
        if found == nil { faults.append("\(key).language: there are no words of \(wanted): name a file in words") }
        let words = found ?? .english
        self.words = words
        logo = display.logo.flatMap { Self.logo($0, "\(key).logo", &faults) }
        var notes: [String] = []
        if !words.missing.isEmpty {
            let names = words.missing.map(\.rawValue).joined(separator: ", ")
            notes.append("the words of \(words.language) lack \(names), which are shown in English")
        }
        let uncovered = SceneRenderer(fonts: fonts, words: words).uncovered
        if !uncovered.isEmpty {
            let names = uncovered.prefix(20).map { "U+" + String($0.value, radix: 16, uppercase: true) }
            notes.append("no font has \(names.joined(separator: " ")), so all words are shown in English")
        }
        self.notes = notes
    }

    private static func words(_ path: String, _ key: String, _ faults: inout [String]) -> ScreenWords? {
        guard let text = ShopFile.text(path, limit: ScreenWords.fileLimit, key, &faults) else { return nil }
        do throws(WordFileError) {
            return try ScreenWords(text, name: path)
        } catch {
            faults += error.description.split(separator: "\n").map { "\(key): \($0)" }
            return nil
        }
    }

    private static func logo(_ path: String, _ key: String, _ faults: inout [String]) -> SceneLogo? {
        guard let bytes = ShopFile.bytes(path, limit: GreyImage.fileLimit, key, &faults) else { return nil }
        do throws(PictureError) {
            return try SceneLogo(file: bytes)
        } catch {
            faults.append("\(key): \(path): \(error)")
            return nil
        }
    }
}
