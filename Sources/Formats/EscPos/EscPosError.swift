// SPDX-License-Identifier: Apache-2.0

/// Says why something cannot be written as ESC/POS.
package enum EscPosError: Error, Sendable, Hashable {
    /// No table of the printer has this character: print the line as a picture.
    case notInAnyPage(Character)
    /// The picture is wider than a command can say; the number is its width in dots.
    case tooWide(Int)
    /// The picture holds bytes that the printer would obey, and may not be changed by a dot.
    case realTimeBytesInPicture
    /// The printer was not told to make codes of this length itself; the number is the payload's bytes.
    case noNativeCode(bytes: Int)
}

extension EscPosError: CustomStringConvertible {
    /// Says what is wrong and what to do.
    package var description: String {
        switch self {
        case .notInAnyPage(let character):
            "the printer has no character \"\(character)\": print the line as a picture"
        case .tooWide(let dots):
            "a picture of \(dots) dots is too wide for one command: make it narrower"
        case .realTimeBytesInPicture:
            "the picture holds bytes that the printer would obey: move it by a dot"
        case .noNativeCode(let bytes):
            "the printer makes no code of \(bytes) bytes itself: send it as a picture"
        }
    }
}
