// SPDX-License-Identifier: Apache-2.0

/// Which characters a printer has.
package struct TextAbilities: Sendable, Hashable {
    /// Its tables in order of preference.
    package let pages: [CharacterTable]
    /// The two-byte set it was built with.
    package let kanji: KanjiFont
    /// How much of that set it can draw.
    package let kanjiReach: KanjiReach
    /// The cell of a two-byte character.
    package let kanjiCell: FontCell
    /// Whether the set depends on where it was sold, and it says which when asked with `1D 49 45`.
    package let kanjiByRegion: Bool
    /// Whether it can be switched to UTF-8.
    package let utf8: Bool
    /// Whether two-byte characters have to be switched off after a reset.
    package let cancelKanji: Bool
    /// How many characters can be drawn by the till and kept, with `1B 26`.
    package let userGlyphs: Int
}
