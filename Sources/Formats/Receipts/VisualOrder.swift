// SPDX-License-Identifier: Apache-2.0

import EscPos

/// Puts the characters of a line in the order in which they stand on paper.
///
/// The line as a whole runs from left to right, so that amounts stay in their column; stretches of
/// letters that run the other way are turned around, and numbers within them are not. Arabic letters
/// get the forms in which they join their neighbours.
/// Source: Unicode Standard Annex 9, for the levels 0 to 2.
enum VisualOrder {
    /// The characters from the left.
    static func arranged(_ text: String) -> [Character] {
        guard TextScript.runsLeft(in: text) else { return Array(text) }
        let joined = ArabicForms.joined(Array(text))
        guard joined.contains(where: TextScript.runsLeft) else { return joined }
        var arranged: [Character] = []
        var index = 0
        while index < joined.count {
            guard TextScript.runsLeft(joined[index]) else {
                arranged.append(joined[index])
                index += 1
                continue
            }
            let end = endOfRun(in: joined, from: index)
            arranged += turned(Array(joined[index..<end]))
            index = end
        }
        return arranged
    }

    /// A stretch ends behind its last letter that runs left; what stands between two such letters
    /// belongs to it, except letters that run right.
    private static func endOfRun(in text: [Character], from start: Int) -> Int {
        var end = start + 1
        for index in start..<text.count {
            if TextScript.runsLeft(text[index]) {
                end = index + 1
            } else if text[index].isLetter {
                break
            }
        }
        return end
    }

    private static func turned(_ run: [Character]) -> [Character] {
        var turned: [Character] = []
        var number: [Character] = []
        for character in run.reversed() {
            if character.isNumber {
                number.append(character)
                continue
            }
            turned += number.reversed()
            number = []
            turned.append(mirrored[character] ?? character)
        }
        return turned + number.reversed()
    }

    private static let mirrored: [Character: Character] = [
        "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»", "»": "«",
    ]
}
