// SPDX-License-Identifier: Apache-2.0

/// Which characters a printer has.
package struct TextAbilities: Sendable, Hashable {
    /// Its tables in order of preference.
    package let pages: [CharacterTable]
    /// The two-byte set it was built with.
    package let kanji: KanjiFont
    /// Whether it can be switched to UTF-8.
    package let utf8: Bool
    /// Whether two-byte characters have to be switched off after a reset.
    package let cancelKanji: Bool
}
