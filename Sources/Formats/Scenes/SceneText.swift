// SPDX-License-Identifier: Apache-2.0

/// Makes texts that come from outside fit to be drawn.
enum SceneText {
    /// The most characters that are looked at: no panel shows more in letters that can be read.
    static let longest = 200

    /// Takes out what has no picture, and makes one blank of all white space.
    static func clean(_ text: String) -> String {
        var cleaned = ""
        var blankIsDue = false
        for character in text.prefix(longest) {
            if character.isWhitespace || character.isNewline {
                blankIsDue = !cleaned.isEmpty
                continue
            }
            // Of marks on marks on marks, some are enough.
            let kept = character.unicodeScalars.filter { !disturbs($0) }.prefix(8)
            guard !kept.isEmpty else { continue }
            if blankIsDue { cleaned.append(" ") }
            blankIsDue = false
            cleaned.unicodeScalars.append(contentsOf: kept)
        }
        return cleaned
    }

    /// Control characters, and those that turn the direction of what follows.
    private static func disturbs(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
