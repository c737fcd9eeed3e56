// SPDX-License-Identifier: Apache-2.0

/// Names the languages in which screens are written.
package enum ScreenLanguage: String, CaseIterable, Sendable {
    /// English.
    case english = "en"
    /// Chinese in simplified characters.
    case simplifiedChinese = "zh-Hans"

    /// Finds the language for a tag such as `zh-CN` or `en-GB`.
    ///
    /// - Returns: nil if screens are not written in it.
    package init?(tag: String) {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        switch parts.first {
        case "en": self = .english
        case "zh" where !parts.contains("hant") && !parts.contains("tw") && !parts.contains("hk"):
            self = .simplifiedChinese
        default: return nil
        }
    }
}
